-- Hours that stand, as both read them: of statements that are shared, where the relation ran in some of their days, with
-- whether they count.
create view statement.published_standing_line with (security_invoker = true) as
  select l.tenant_id, l.counterparty_id, s.relation_id, s.assignment_id, l.statement_id, l.position, l.pseudonym,
         l.first_day, l.last_day, l.hours, l.verdict
    from statement.published_statement s
    join statement.judged_line l on l.statement_id = s.statement_id
   where s.replaced_by is null and not l.void and s.counterparty_id is not null
     and exists (
       select from relation.published_relation r
        where r.relation_id = s.relation_id and r.state in ('RUNNING', 'ENDED')
          and r.first_day <= s.last_day and coalesce(r.last_day, 'infinity') >= s.first_day);
create index on statement.statement (tenant_id, relation_id, last_day) where relation_id is not null;
create index on statement.statement (counterparty_id, relation_id, last_day) where counterparty_id is not null;
