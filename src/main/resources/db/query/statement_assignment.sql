-- name: addAssignment
-- $1 tenant, $2 id, $3 the receiver, $4 relation, $5 purchase order or null, $6 first day, $7 by whom.
insert into statement.assignment (
  tenant_id, assignment_id, counterparty_id, relation_id, purchase_order, first_day, recorded_by)
values ($1, $2, $3, $4, $5, $6, $7);

-- name: addAssignmentSource
-- $1 tenant, $2 id, $3 reference, $4 person reference or null. No row: there is one of that reference.
insert into statement.assignment_source (tenant_id, assignment_id, reference, person_reference)
values ($1, $2, $3, $4)
on conflict do nothing
returning assignment_id;

-- name: addTerm
-- $1 tenant, $2 id, $3 which one it is, $4 the receiver, $5 last day or null, $6 by whom. No row: somebody else said it.
insert into statement.assignment_term (tenant_id, assignment_id, nth, counterparty_id, last_day, recorded_by)
values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
returning nth;

-- name: findAssignment
-- $1 assignment.
select a.*, s.reference, s.person_reference
  from statement.published_assignment a
  left join statement.assignment_source s on s.tenant_id = a.tenant_id and s.assignment_id = a.assignment_id
 where a.assignment_id = $1;

-- name: findAssignmentsNamed
-- $1 whose name, $2 the name: those of the tenant's own; more than one is none.
with named as (
  select s.assignment_id from statement.assignment_source s where $1 = 'PROVIDER' and s.reference = $2
  union all
  select a.assignment_id
    from statement.assignment a
   where $1 = 'RECEIVER' and a.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
     and a.purchase_order = $2
   limit 2)
select a.*, s.reference, s.person_reference
  from named n
 cross join lateral (
   select a.* from statement.published_assignment a where a.assignment_id = n.assignment_id limit 1) a
  join statement.assignment_source s on s.tenant_id = a.tenant_id and s.assignment_id = a.assignment_id;

-- name: listAssignments
-- $1 relation or null, $2 the assignment after which to go on, or null; $3 how many. Its id grows with time.
select a.*, s.reference, s.person_reference
  from statement.published_assignment a
  left join statement.assignment_source s on s.tenant_id = a.tenant_id and s.assignment_id = a.assignment_id
 where ($1::uuid is null or a.relation_id = $1) and ($2::uuid is null or a.assignment_id < $2)
 order by a.assignment_id desc
 limit $3;
