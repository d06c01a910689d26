-- name: stagePeople
-- $1 tenant, $2 upload, $3 person[], $4 blind index[], $5 its key[], $6 sealed BSN[], $7 its key[].
insert into person.staged (tenant_id, upload_id, person_id, blind_index, blind_key_id, sealed_bsn, sealed_key_id)
select $1, $2, p.person_id, p.blind_index, p.blind_key_id, p.sealed_bsn, p.sealed_key_id
  from unnest($3::uuid[], $4::bytea[], $5::int[], $6::bytea[], $7::int[])
    as p (person_id, blind_index, blind_key_id, sealed_bsn, sealed_key_id);

-- name: countStagedPeople
-- For the planner: it would take 300,000 for three.
select person.count_staged();

-- name: admitPeople
-- $1 upload. Whoever was met twice in the delivery, or meanwhile in another one, is found there the second time.
-- In one order for all, or two deliveries with the same newcomers would wait for each other.
insert into person.person (tenant_id, person_id, blind_index, blind_key_id, sealed_bsn, sealed_key_id)
select s.tenant_id, s.person_id, s.blind_index, s.blind_key_id, s.sealed_bsn, s.sealed_key_id
  from person.staged s
 where s.upload_id = $1
   and not exists (select from person.person p
                    where p.tenant_id = s.tenant_id and p.blind_index = s.blind_index)
 order by s.blind_index
on conflict (tenant_id, blind_index) do nothing;

-- name: meetPerson
-- $1 tenant, $2 person, $3 blind index, $4 its key, $5 sealed BSN, $6 its key.
insert into person.person (tenant_id, person_id, blind_index, blind_key_id, sealed_bsn, sealed_key_id)
values ($1, $2, $3, $4, $5, $6)
on conflict (tenant_id, blind_index) do nothing;

-- name: knownPerson
-- $1 blind index.
select person_id from person.person where blind_index = $1;

-- name: purgePeople
-- $1 upload.
delete from person.staged where upload_id = $1;

-- name: findPeople
-- $1 blind index[]: those who are known, each with its place in the array, from 0.
select (a.place - 1)::integer as place, p.person_id, p.known_from,
       exists (select from register.published_snapshot s
                 join register.published_listing l on l.snapshot_id = s.snapshot_id
                where l.person_id = p.person_id) as listed,
       exists (select from register.published_answered r where r.person_id = p.person_id) as answered
  from unnest($1::bytea[]) with ordinality as a (blind_index, place)
  join person.person p on p.blind_index = a.blind_index
 order by a.place;

-- name: listContractsOfPeople
-- $1 person[]: contracts that are open now, each once, however many parts it has.
select distinct c.person_id, c.loonheffingennummer, c.source, c.personnel_number, c.contract_number, c.contract_id
  from employment.published_contract c
 where c.person_id = any ($1)
 order by c.person_id, c.loonheffingennummer, c.source, c.personnel_number, c.contract_id;
