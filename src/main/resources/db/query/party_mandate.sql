-- name: addMandate
-- $1 tenant, $2 id, $3 the representative, $4 what it is called, $5 what the tenant is called, $6 role[], $7 first day,
-- $8 last day, $9 by whom.
insert into party.mandate (
  tenant_id, mandate_id, counterparty_id, representative_name, giver_name, roles, first_day, last_day, given_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: addMandateEnd
-- $1 tenant, $2 mandate, $3 the other organisation, $4 by whom. No row: it had ended.
insert into party.mandate_end (tenant_id, mandate_id, counterparty_id, ended_by)
values ($1, $2, $3, $4)
on conflict do nothing
returning mandate_id;

-- name: findMandate
-- $1 mandate, given or received.
select m.*, e.ended_at, e.ended_by, e.tenant_id as ender_id
  from party.mandate m
  left join party.mandate_end e on e.mandate_id = m.mandate_id
 where m.mandate_id = $1;

-- name: listMandates
-- Given and received, the newest first. $1 the mandate after which to go on, or null, $2 how many. Its id grows with time.
select m.*, e.ended_at, e.ended_by, e.tenant_id as ender_id
  from party.mandate m
  left join party.mandate_end e on e.mandate_id = m.mandate_id
 where $1::uuid is null or m.mandate_id < $1
 order by m.mandate_id desc
 limit $2;

-- name: findRepresentation
-- $1 tenant, $2 organisation[] that may act for it, $3 day, $4 role[] of which one will do: the first of them that may act in
-- such a role, or else that may act at all, and in which roles.
select m.counterparty_id, (array_agg(m.representative_name order by m.mandate_id desc))[1] as name,
       array_agg(distinct r.role) as roles
  from party.mandate m
 cross join unnest(m.roles) as r (role)
 where m.tenant_id = $1 and m.counterparty_id = any ($2) and $3 between m.first_day and m.last_day
   and not exists (select from party.mandate_end e where e.mandate_id = m.mandate_id)
 group by m.counterparty_id
 order by bool_or(r.role = any ($4)) desc, m.counterparty_id
 limit 1;

-- name: countMandates
-- $1 tenant, $2 day: those it gave that are not over.
select count(*)::integer as mandates
  from party.mandate m
 where m.tenant_id = $1 and m.last_day >= $2
   and not exists (select from party.mandate_end e where e.mandate_id = m.mandate_id);
