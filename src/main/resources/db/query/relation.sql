-- name: beginRelation
-- $1 tenant, $2 id, $3 kind, $4 whether it provides, $5 its name, $6 the other's name, $7 first day.
insert into relation.relation (tenant_id, relation_id, kind, provides, tenant_name, counterparty_name, first_day)
values ($1, $2, $3, $4, $5, $6, $7);

-- name: takeStep
-- $1 tenant, $2 relation, $3 which step it is, $4 the other one or null, $5 state, $6 last day or null, $7 reason or
-- null, $8 the organisation that takes it, $9 by whom. No row: somebody else took one meanwhile.
insert into relation.step (tenant_id, relation_id, nth, counterparty_id, state, last_day, reason, actor_id, taken_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict do nothing
returning nth;

-- name: comeIn
-- $1 relation, $2 who comes in, $3 its name.
with known as (
  update relation.step set counterparty_id = $2 where relation_id = $1
)
update relation.relation set counterparty_id = $2, counterparty_name = $3
 where relation_id = $1 and counterparty_id is null;

-- name: findRelation
-- $1 relation.
select r.*, a.version, a.number, a.document, a.checked_on, a.valid_until, a.recorded_at, a.tenant_id as recorded_for,
       a.recorded_by
  from relation.published_relation r
  left join lateral (
    select a.* from relation.admission a where a.relation_id = r.relation_id order by a.version desc limit 1) a on true
 where r.relation_id = $1;

-- name: listRelations
-- $1 the relation after which to go on, or null; $2 how many. A relation's id grows with time.
select r.*, a.version, a.number, a.document, a.checked_on, a.valid_until, a.recorded_at, a.tenant_id as recorded_for,
       a.recorded_by
  from relation.published_relation r
  left join lateral (
    select a.* from relation.admission a where a.relation_id = r.relation_id order by a.version desc limit 1) a on true
 where $1::uuid is null or r.relation_id < $1
 order by r.relation_id desc
 limit $2;

-- name: listSteps
-- $1 relation[].
select relation_id, state, last_day, reason, taken_at, actor_id, taken_by
  from relation.step
 where relation_id = any ($1)
 order by relation_id, nth;

-- name: recordAdmission
-- $1 tenant, $2 relation, $3 the other one, $4 number, $5 document, $6 checked on, $7 valid until or null, $8 by whom. No
-- row: somebody else recorded one meanwhile.
insert into relation.admission (
  tenant_id, relation_id, version, counterparty_id, number, document, checked_on, valid_until, recorded_by)
select $1, $2, coalesce(max(a.version), 0) + 1, $3, $4, $5, $6, $7, $8
  from relation.admission a
 where a.relation_id = $2
on conflict do nothing
returning version;

-- name: addInvitation
-- $1 tenant, $2 id, $3 relation, $4 recipient, $5 by whom, $6 until when, $7 e-mail address or null.
insert into relation.invitation (tenant_id, invitation_id, relation_id, recipient, invited_by, expires_at, email)
values ($1, $2, $3, $4, $5, $6, $7);

-- name: countMailed
-- Invitations by e-mail within 24 hours.
select count(*)::integer as mailed
  from relation.invitation
 where tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
   and email is not null and invited_at > now() - interval '24 hours';

-- name: findInvitation
-- $1 invitation.
select i.*, e.outcome, e.ended_at, e.ended_by, m.sent_at
  from relation.invitation i
  left join relation.invitation_end e on e.tenant_id = i.tenant_id and e.invitation_id = i.invitation_id
  left join relation.invitation_mail m on m.tenant_id = i.tenant_id and m.invitation_id = i.invitation_id
 where i.invitation_id = $1;

-- name: listInvitations
-- $1 relation, $2 the invitation after which to go on, or null; $3 how many. An invitation's id grows with time.
select i.*, e.outcome, e.ended_at, e.ended_by, m.sent_at
  from relation.invitation i
  left join relation.invitation_end e on e.tenant_id = i.tenant_id and e.invitation_id = i.invitation_id
  left join relation.invitation_mail m on m.tenant_id = i.tenant_id and m.invitation_id = i.invitation_id
 where i.relation_id = $1 and ($2::uuid is null or i.invitation_id < $2)
 order by i.invitation_id desc
 limit $3;

-- name: addInvitationMail
-- $1 tenant, $2 invitation.
insert into relation.invitation_mail (tenant_id, invitation_id) values ($1, $2) on conflict do nothing;

-- name: endInvitation
-- $1 tenant, $2 invitation, $3 outcome, $4 by whom. No row: it has ended meanwhile.
insert into relation.invitation_end (tenant_id, invitation_id, outcome, ended_by)
values ($1, $2, $3, $4)
on conflict do nothing
returning outcome;
