-- name: removeStanding
-- $1 statement. No row: it stands no longer.
delete from statement.standing where statement_id = $1 returning statement_id;

-- name: addStanding
-- $1 tenant, $2 statement, $3 subject, $4 first day, $5 last day. No row: another one stands on one of the days.
insert into statement.standing (tenant_id, statement_id, subject, period)
values ($1, $2, $3, daterange($4, $5, '[]'))
on conflict do nothing
returning statement_id;

-- name: findStanding
-- $1 subject, $2 first day, $3 last day: the first that stands on one of the days.
select statement_id
  from statement.standing
 where subject = $1 and period && daterange($2, $3, '[]')
 order by lower(period)
 limit 1;
