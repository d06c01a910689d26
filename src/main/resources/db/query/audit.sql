-- name: addLines
-- $1 tenant; then arrays with one element a line: $2 line, $3 subject, $4 client, $5 roles with commas between them,
-- $6 operation, $7 outcome, $8 status, $9 code, $10 resource, $11 activity, $12 basis, $13 number of persons,
-- $14 request, $15 traceparent, $16 the representative.
insert into audit.line (tenant_id, line_id, subject, client, roles, operation, outcome, status, code, resource,
                        activity, basis, persons, request_id, traceparent, representative_id)
select $1, l.line_id, l.subject, l.client, string_to_array(l.roles, ','), l.operation, l.outcome, l.status, l.code,
       l.resource, l.activity, l.basis, l.persons, l.request_id, l.traceparent, l.representative_id
  from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[],
              $10::uuid[], $11::text[], $12::text[], $13::int[], $14::uuid[], $15::text[], $16::uuid[])
    as l (line_id, subject, client, roles, operation, outcome, status, code, resource, activity, basis, persons,
          request_id, traceparent, representative_id);

-- name: addPersons
-- $1 tenant, $2 person[], $3 line[].
insert into audit.person (tenant_id, person_id, line_id)
select $1, p.person_id, p.line_id from unnest($2::uuid[], $3::uuid[]) as p (person_id, line_id);

-- name: listLines
-- The newest first. $1 the line after which to go on, or null, $2 operation or null, $3 person or null, $4 from and
-- $5 until (not included), or null, $6 how many.
select l.line_id, l.logged_at, l.subject, l.client, l.roles, l.operation, l.outcome, l.status, l.code, l.resource,
       l.activity, l.basis, l.persons, l.request_id, l.traceparent, l.representative_id,
       array(select p.person_id from audit.person p where p.line_id = l.line_id order by p.person_id) as person_ids
  from audit.line l
 where ($1::uuid is null
        or (l.logged_at, l.line_id) < (select a.logged_at, a.line_id from audit.line a where a.line_id = $1))
   and ($2::text is null or l.operation = $2)
   and ($3::uuid is null
        or exists (select from audit.person p where p.person_id = $3 and p.line_id = l.line_id))
   and ($4::timestamptz is null or l.logged_at >= $4)
   and ($5::timestamptz is null or l.logged_at < $5)
 order by l.logged_at desc, l.line_id desc
 limit $6;

-- name: removeLines
-- $1 written before, $2 how many at most. The gateway may not delete lines itself (V43).
select audit.remove_lines($1, $2) as removed;

-- name: findOldestLine
select logged_at from audit.line order by logged_at limit 1;
