-- name: addLink
-- $1 tenant, $2 id, $3 reference, $4 person, $5 legal ground, $6 first day, $7 by whom. No row: the reference means
-- somebody on that day or later, or another link was made meanwhile.
insert into statement.person_link (tenant_id, link_id, reference, nth, person_id, legal_ground, first_day, recorded_by)
select $1, $2, $3, coalesce(max(l.nth), 0) + 1, $4, $5, $6, $7
  from statement.published_person_link l
 where l.reference = $3
having bool_and(coalesce(l.last_day < $6, false)) is not false
on conflict do nothing
returning link_id;

-- name: endLink
-- $1 tenant, $2 link, $3 last day, $4 reason, $5 by whom. No row: it has ended.
insert into statement.person_link_end (tenant_id, link_id, last_day, reason, ended_by)
values ($1, $2, $3, $4, $5)
on conflict do nothing
returning link_id;

-- name: findLink
-- $1 link.
select * from statement.published_person_link where link_id = $1;

-- name: findNewestLink
-- $1 reference.
select * from statement.published_person_link where reference = $1 order by nth desc limit 1;

-- name: listLinks
-- $1 the link after which to go on, or null; $2 how many. A link's id grows with time.
select *
  from statement.published_person_link
 where $1::uuid is null or link_id < $1
 order by link_id desc
 limit $2;
