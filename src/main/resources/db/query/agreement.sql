-- name: beginAgreement
-- $1 tenant, $2 id, $3 relation, $4 by whom.
insert into agreement.agreement (tenant_id, agreement_id, relation_id, made_by)
values ($1, $2, $3, $4);

-- name: countAgreements
-- $1 tenant, $2 relation. What was thrown away before anybody else saw it is not there.
select count(*) as agreements
  from agreement.agreement a
 where a.tenant_id = $1 and a.relation_id = $2
   and (a.counterparty_id is not null
        or exists (select from agreement.open_draft d where d.agreement_id = a.agreement_id));

-- name: showAgreement
-- $1 agreement, $2 to whom. From now on the other one sees it.
update agreement.agreement set counterparty_id = $2
 where agreement_id = $1 and counterparty_id is null;

-- name: findAgreement
-- $1 agreement. One that was thrown away before anybody else saw it is not there.
select a.agreement_id, r.relation_id, r.kind, r.provider_id, r.provider_name, r.receiver_id, r.receiver_name
  from agreement.agreement a
  join relation.published_relation r on r.relation_id = a.relation_id
 where a.agreement_id = $1
   and (a.counterparty_id is not null
        or exists (select from agreement.open_draft d where d.agreement_id = a.agreement_id));

-- name: listAgreements
-- $1 relation, $2 the agreement after which to go on, or null; $3 how many. An agreement's id grows with time.
select a.agreement_id, r.relation_id, r.kind, r.provider_id, r.provider_name, r.receiver_id, r.receiver_name
  from agreement.agreement a
  join relation.published_relation r on r.relation_id = a.relation_id
 where a.relation_id = $1 and ($2::uuid is null or a.agreement_id < $2)
   and (a.counterparty_id is not null
        or exists (select from agreement.open_draft d where d.agreement_id = a.agreement_id))
 order by a.agreement_id desc
 limit $3;

-- name: listVersions
-- $1 agreement[].
select agreement_id, version, hash, valid_from, valid_until, tenant_id, proposed_at, proposed_by
  from agreement.version
 where agreement_id = any ($1)
 order by agreement_id, version;

-- name: findDocument
-- $1 agreement, $2 version.
select version, document
  from agreement.version
 where agreement_id = $1 and version = $2;

-- name: listSteps
-- $1 agreement[].
select agreement_id, step, state, version, last_day, reason, taken_at, tenant_id, taken_by
  from agreement.step
 where agreement_id = any ($1)
 order by agreement_id, nth;

-- name: proposeVersion
-- $1 tenant, $2 agreement, $3 version, $4 the other one, $5 revision of the draft, $6 document, $7 hash, $8 first day,
-- $9 last day or null, $10 by whom. No row: somebody else proposed one meanwhile.
insert into agreement.version (
  tenant_id, agreement_id, version, counterparty_id, revision, document, hash, valid_from, valid_until, proposed_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict do nothing
returning version;

-- name: takeStep
-- $1 tenant, $2 agreement, $3 which step it is, $4 the other one, $5 step, $6 state, $7 version, $8 its hash,
-- $9 last day or null, $10 reason or null, $11 by whom. No row: somebody else took one meanwhile.
insert into agreement.step (
  tenant_id, agreement_id, nth, counterparty_id, step, state, version, hash, last_day, reason, taken_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict do nothing
returning nth;

-- name: findDraft
-- $1 agreement.
select d.agreement_id, d.revision, d.content, d.changed_at, d.changed_by
  from agreement.open_draft d
 where d.agreement_id = $1;

-- name: lastRevision
-- $1 tenant, $2 agreement.
select max(revision) as revision from agreement.draft where tenant_id = $1 and agreement_id = $2;

-- name: putDraft
-- $1 tenant, $2 agreement, $3 revision, $4 content or null, $5 by whom. No row: somebody else changed it meanwhile.
insert into agreement.draft (tenant_id, agreement_id, revision, content, changed_by)
values ($1, $2, $3, $4, $5)
on conflict do nothing
returning revision;

-- name: listHoldings
-- $1 agreement[].
select agreement_id, version, first_day, last_day
  from agreement.published_holding
 where agreement_id = any ($1)
 order by agreement_id, version;

-- name: listInForce
-- $1 relation, $2 first day, $3 last day or null, $4 how many: the latest of them, the earliest first.
with latest as (
  select * from agreement.published_holding
   where relation_id = $1 and ($3::date is null or first_day <= $3) and (last_day is null or last_day >= $2)
   order by first_day desc, agreement_id desc, version desc
   limit $4)
select * from latest order by first_day, agreement_id, version;

-- name: addNotice
-- $1 tenant, $2 agreement, $3 its last day, $4 days before it. No row: it was told of already.
insert into agreement.notice (tenant_id, agreement_id, last_day, days)
values ($1, $2, $3, $4)
on conflict do nothing
returning days;
