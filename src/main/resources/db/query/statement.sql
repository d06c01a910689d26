-- name: findDocument
-- $1 whose name, $2 the name: its newest version.
select version, statement_id, digest
  from statement.document
 where owner = $1 and reference = $2
 order by version desc
 limit 1;

-- name: addDocument
-- $1 tenant, $2 whose name, $3 the name, $4 version, $5 statement, $6 digest, $7 whose name of the assignment, $8 the name.
-- No row: somebody else sent it meanwhile.
insert into statement.document (
  tenant_id, owner, reference, version, statement_id, digest, assignment_owner, assignment_reference)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing
returning version;

-- name: addStatement
-- $1 tenant, $2 id, $3 receiver or null, $4 relation or null, $5 assignment or null, $6 first day, $7 last day, $8 purchase
-- order or null, $9 channel, $10 marks, $11 labour share or null, $12 delivered on or null, $13 invoice[], $14 invoiced
-- on[], $15 paid on[], $16 receipt, $17 the first of the chain, $18 what it replaces or null, $19 by whom, $20 agreement[],
-- $21 version[], $22 governs from[], $23 until[].
with added as (
  insert into statement.statement (
    tenant_id, statement_id, counterparty_id, relation_id, assignment_id, first_day, last_day, purchase_order, channel,
    marks, labour_share, delivered_on, invoice_numbers, invoiced_on, paid_on, receipt, original_id, replaces, received_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
  returning tenant_id, statement_id, counterparty_id)
insert into statement.governing (
  tenant_id, statement_id, counterparty_id, agreement_id, version, first_day, last_day)
select a.tenant_id, a.statement_id, a.counterparty_id, g.agreement_id, g.version, g.first_day, g.last_day
  from added a
 cross join unnest($20::uuid[], $21::integer[], $22::date[], $23::date[]) as g (agreement_id, version, first_day, last_day);

-- name: addPseudonyms
-- $1 tenant, $2 receiver, $3 whose name[], $4 the name[], $5 pseudonym[]: those that were not given yet.
insert into statement.pseudonym (tenant_id, receiver_id, person_owner, person_reference, pseudonym)
select $1, $2, p.owner, p.reference, p.pseudonym
  from unnest($3::text[], $4::text[], $5::uuid[]) as p (owner, reference, pseudonym)
 order by p.owner, p.reference
on conflict do nothing;

-- name: addLines
-- $1 tenant, $2 statement, $3 receiver or null, $4 whose pseudonyms, $5 whose name of the person[], $6 the name[], $7 first
-- day[], $8 last day[], $9 hours[], $10 void[], $11 marks[], of each line with a comma between.
insert into statement.line (
  tenant_id, statement_id, position, counterparty_id, pseudonym, first_day, last_day, hours, void, marks)
select $1, $2, l.position, $3, p.pseudonym, l.first_day, l.last_day, l.hours, l.void,
       string_to_array(l.marks, ',')
  from unnest($5::text[], $6::text[], $7::date[], $8::date[], $9::numeric[], $10::boolean[], $11::text[])
         with ordinality
         as l (owner, reference, first_day, last_day, hours, void, marks, position)
 cross join lateral (
   select p.pseudonym
     from statement.pseudonym p
    where p.tenant_id = $1 and p.receiver_id = $4 and p.person_owner = l.owner and p.person_reference = l.reference
    limit 1) p; -- the limit: each is looked up by its key, also while nothing is known of the table

-- name: addLineSources
-- $1 tenant, $2 statement, $3 reference[], $4 place[], $5 whose name of the person[], $6 the name[], $7 hour type[], $8
-- start[], $9 end[].
insert into statement.line_source (
  tenant_id, statement_id, position, reference, place, person_owner, person_reference, hour_type, starts_at, ends_at)
select $1, $2, l.position, l.reference, l.place, l.owner, l.person, l.hour_type, l.starts_at, l.ends_at
  from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[])
         with ordinality
         as l (reference, place, owner, person, hour_type, starts_at, ends_at, position);

-- name: findStatement
-- $1 statement.
select s.*, d.owner, d.reference, d.assignment_owner, d.assignment_reference, h.*, g.*
  from statement.published_statement s
  left join statement.document d on d.tenant_id = s.tenant_id and d.statement_id = s.statement_id
 cross join lateral (
   select coalesce(sum(l.hours) filter (where not l.void), 0) as hours,
          coalesce(sum(l.hours) filter (where not l.void and l.verdict = 'COUNTS'), 0) as counting,
          coalesce(sum(l.hours) filter (where not l.void and l.verdict = 'TO_MAP'), 0) as unmapped,
          count(*)::integer as lines
     from statement.judged_line l where l.statement_id = s.statement_id) h
 cross join lateral (
   select coalesce(array_agg(g.agreement_id order by g.first_day, g.agreement_id, g.version), '{}') as agreements,
          coalesce(array_agg(g.version order by g.first_day, g.agreement_id, g.version), '{}') as versions,
          coalesce(array_agg(g.first_day order by g.first_day, g.agreement_id, g.version), '{}') as governed_from,
          coalesce(array_agg(g.last_day order by g.first_day, g.agreement_id, g.version), '{}') as governed_until
     from statement.governing g where g.statement_id = s.statement_id) g
 where s.statement_id = $1;

-- name: listStatements
-- $1 assignment or null, $2 whether only those that are not replaced, $3 the statement after which to go on, or null; $4
-- how many, $5 the file that came to them, or null. A statement's id grows with time. Lines are counted of those that are told, and not of all.
with page as materialized (
  select s.*
    from statement.published_statement s
   where ($1::uuid is null or s.assignment_id = $1) and (not $2 or s.replaced_by is null)
     and ($3::uuid is null or s.statement_id < $3)
     and ($5::uuid is null
          or s.statement_id in (select f.statement_id from statement.file_statement f where f.upload_id = $5))
   order by s.statement_id desc
   limit $4)
select s.*, d.owner, d.reference, d.assignment_owner, d.assignment_reference, h.*, g.*
  from page s
  left join statement.document d on d.tenant_id = s.tenant_id and d.statement_id = s.statement_id
 cross join lateral (
   select coalesce(sum(l.hours) filter (where not l.void), 0) as hours,
          coalesce(sum(l.hours) filter (where not l.void and l.verdict = 'COUNTS'), 0) as counting,
          coalesce(sum(l.hours) filter (where not l.void and l.verdict = 'TO_MAP'), 0) as unmapped,
          count(*)::integer as lines
     from statement.judged_line l where l.statement_id = s.statement_id) h
 cross join lateral (
   select coalesce(array_agg(g.agreement_id order by g.first_day, g.agreement_id, g.version), '{}') as agreements,
          coalesce(array_agg(g.version order by g.first_day, g.agreement_id, g.version), '{}') as versions,
          coalesce(array_agg(g.first_day order by g.first_day, g.agreement_id, g.version), '{}') as governed_from,
          coalesce(array_agg(g.last_day order by g.first_day, g.agreement_id, g.version), '{}') as governed_until
     from statement.governing g where g.statement_id = s.statement_id) g
 order by s.statement_id desc;

-- name: countChain
-- $1 the first of the chain.
select count(*)::integer as statements from statement.statement where original_id = $1;

-- name: listChain
-- $1 the first of the chain: it and its corrections, in order.
select s.statement_id, s.replaces, s.received_at, s.received_by, s.channel
  from statement.published_statement s
 where s.original_id = $1
 order by s.statement_id;

-- name: listLines
-- $1 statement: what is the sender's own only where that asks.
select l.position, l.pseudonym, l.first_day, l.last_day, l.hours, l.void, l.verdict, l.marks,
       s.reference, s.place, s.person_owner, s.person_reference, s.hour_type, s.starts_at, s.ends_at
  from statement.published_statement t
  join statement.judged_line l on l.statement_id = t.statement_id
  left join statement.line_source s
    on s.tenant_id = l.tenant_id and s.statement_id = l.statement_id and s.position = l.position
 where t.statement_id = $1
 order by l.position;
