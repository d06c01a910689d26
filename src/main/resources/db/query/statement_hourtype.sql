-- name: addVerdicts
-- $1 tenant, $2 statement, $3 receiver or null, $4 verdict[], of each line in order.
insert into statement.line_verdict (tenant_id, statement_id, position, nth, counterparty_id, verdict)
select $1, $2, v.position, 1, $3, v.verdict
  from unnest($4::text[]) with ordinality as v (verdict, position);

-- name: judgeAnew
-- $1 tenant, $2 type[], $3 verdict[], $4 first day[], $5 last day[] of the operator's table; $6 how many at most. Lines that
-- wait and have a verdict by now, whether their statement stands or not.
with waiting as (
  select l.tenant_id, l.statement_id, l.position, l.counterparty_id, l.nth, t.verdict
    from statement.line_verdict w
    join statement.judged_line l
      on l.tenant_id = w.tenant_id and l.statement_id = w.statement_id and l.position = w.position and l.nth = w.nth
    join statement.line_source s
      on s.tenant_id = l.tenant_id and s.statement_id = l.statement_id and s.position = l.position
    join unnest($2::text[], $3::text[], $4::date[], $5::date[]) as t (hour_type, verdict, first_day, last_day)
      on t.hour_type = s.hour_type and l.first_day between t.first_day and t.last_day
   where w.tenant_id = $1 and w.verdict = 'TO_MAP'
   limit $6)
insert into statement.line_verdict (tenant_id, statement_id, position, nth, counterparty_id, verdict)
select w.tenant_id, w.statement_id, w.position, w.nth + 1, w.counterparty_id, w.verdict
  from waiting w
on conflict do nothing
returning statement_id;

-- name: listUnmapped
-- $1 tenant, $2 how many at most: types of the tenant's own lines that wait, in statements that stand; the one that waits
-- longest first.
select s.hour_type, count(*)::integer as lines, sum(l.hours) as hours, min(w.judged_at) as since,
       min(l.first_day) as first_day
  from statement.line_verdict w
  join statement.judged_line l
    on l.tenant_id = w.tenant_id and l.statement_id = w.statement_id and l.position = w.position and l.nth = w.nth
  join statement.standing t on t.tenant_id = l.tenant_id and t.statement_id = l.statement_id
  join statement.line_source s
    on s.tenant_id = l.tenant_id and s.statement_id = l.statement_id and s.position = l.position
 where w.tenant_id = $1 and w.verdict = 'TO_MAP' and not l.void
 group by s.hour_type
 order by since, s.hour_type
 limit $2;
