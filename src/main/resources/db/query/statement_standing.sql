-- name: removeStanding
-- $1 statement. No row: it stands no longer.
delete from statement.standing where statement_id = $1 returning statement_id;

-- name: lockOrder
-- $1 tenant, $2 the receiver's order: until the transaction ends nobody else has one stand that names it, or whose assignment
-- has it. Whether the two are the same is known only when the assignment is.
select pg_advisory_xact_lock(hashtextextended('order ' || $1::uuid::text || ' ' || $2::text, 0));

-- name: addStanding
-- $1 tenant, $2 statement, $3 subject, $4 first day, $5 last day, $6 the receiver's order or null: where one assignment
-- alone has it, none may stand that named the order before that assignment was recorded. No row: another one stands on
-- one of the days.
insert into statement.standing (tenant_id, statement_id, subject, period)
select $1, $2, $3, daterange($4, $5, '[]')
 where not exists (
   select from statement.standing s
    where s.subject = 'RECEIVER ' || $6 and s.period && daterange($4, $5, '[]')
      and (select count(*) from statement.assignment a where a.tenant_id = $1 and a.purchase_order = $6) = 1)
on conflict do nothing
returning statement_id;

-- name: addStandingNowhere
-- $1 tenant, $2 statement, $3 subject: on no day.
insert into statement.standing (tenant_id, statement_id, subject, period) values ($1, $2, $3, 'empty');

-- name: findStanding
-- $1 subject, $2 first day, $3 last day, $4 the receiver's order or null: the first that stands on one of the days.
select statement_id
  from statement.standing
 where subject in ($1, 'RECEIVER ' || $4) and period && daterange($2, $3, '[]')
 order by lower(period)
 limit 1;
