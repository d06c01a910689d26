-- name: listInForce
-- $1 relation, $2 day. More than one is none: nobody knows which one holds.
select agreement_id, version as agreement_version, objection_days, silence
  from agreement.published_holding
 where relation_id = $1 and first_day <= $2 and coalesce(last_day, 'infinity') >= $2
 limit 2;

-- name: addTerm
-- $1 tenant, $2 statement, $3 receiver, $4 days, $5 until when, $6 agreement or null, $7 its version or null, $8 what
-- silence means, or null.
insert into statement.objection_term (
  tenant_id, statement_id, counterparty_id, days, due_at, agreement_id, agreement_version, silence)
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: lockAnswers
-- $1 statement: until the transaction ends nobody else says anything of it.
select pg_advisory_xact_lock(hashtextextended('answers ' || $1::uuid::text, 0));

-- name: findAnswerable
-- $1 statement.
select statement_id, tenant_id, counterparty_id, replaced_by, days, due_at, agreement_id, agreement_version, silence
  from statement.answerable
 where statement_id = $1;

-- name: listStatedLines
-- $1 statement, in order.
select position, pseudonym, first_day, last_day, hours, void
  from statement.line
 where statement_id = $1
 order by position;

-- name: listActs
-- $1 statement, in order.
select nth, tenant_id, actor_id, taken_by, taken_at, agreement_id, agreement_version, previous, hash, key_id, mac
  from statement.act
 where statement_id = $1
 order by nth;

-- name: listActSteps
-- $1 statement, in order.
select nth, position, step, state, hours, reason, note
  from statement.act_step
 where statement_id = $1
 order by nth, position;

-- name: addAct
-- $1 tenant, $2 statement, $3 which one it is, $4 the other one, $5 who acts or null, $6 who of it or null, $7 when,
-- $8 agreement or null, $9 its version or null, $10 hash of the one before, $11 hash, $12 key, $13 MAC.
insert into statement.act (
  tenant_id, statement_id, nth, counterparty_id, actor_id, taken_by, taken_at, agreement_id, agreement_version, previous,
  hash, key_id, mac)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: addActSteps
-- $1 tenant, $2 statement, $3 which act, $4 the other one, $5 position[], $6 step[], $7 state[], $8 hours[] as texts, for the
-- client knows no array of numbers of which some lack, $9 reason[], $10 note[].
insert into statement.act_step (
  tenant_id, statement_id, nth, position, counterparty_id, step, state, hours, reason, note)
select $1, $2, $3, s.position, $4, s.step, s.state, s.hours::numeric, s.reason, s.note
  from unnest($5::integer[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
         as s (position, step, state, hours, reason, note);

-- name: listAnswerable
-- $1 for whom lines wait: ME, OTHER or NOBODY, or null for all; $2 the statement after which to go on, or null; $3 how
-- many, $4 tenant. Those that stand, the newest first: a statement's id grows with time.
select s.statement_id, s.tenant_id, s.counterparty_id, s.assignment_id, s.first_day, s.last_day, s.received_at, s.days,
       s.due_at, s.agreement_id, s.agreement_version, s.silence, n.receiver, n.sender, n.nobody, n.stated_hours, n.hours
  from statement.answerable s
 cross join lateral (
   select count(*) filter (where l.state in ('OPEN', 'UNANSWERED'))::integer as receiver,
          count(*) filter (where l.state in ('ADJUSTED', 'OBJECTED'))::integer as sender,
          count(*) filter (where l.state in ('CONFIRMED', 'ACCEPTED'))::integer as nobody,
          coalesce(sum(l.stated_hours), 0) as stated_hours,
          coalesce(sum(l.hours) filter (where l.state in ('CONFIRMED', 'ACCEPTED')), 0) as hours
     from statement.answered_line l
    where l.statement_id = s.statement_id) n
 where s.replaced_by is null and ($2::uuid is null or s.statement_id < $2)
   and case $1::text
         when 'ME' then case when s.tenant_id = $4 then n.sender else n.receiver end > 0
         when 'OTHER' then case when s.tenant_id = $4 then n.receiver else n.sender end > 0
         when 'NOBODY' then n.receiver + n.sender = 0
         else true
       end
 order by s.statement_id desc
 limit $3;
