-- name: stageRelationships
-- $1 tenant, $2 upload, $3.. one array a column; contract hours come in hundredths, wages in cents.
insert into payroll.staged (
  tenant_id, upload_id, block, position, blind_index, pseudonym, personnel_number, num_iv, withdrawn,
  verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested, cd_aard, srt_iv)
select $1, $2, r.block, r.position, r.blind_index, r.pseudonym, r.personnel_number, r.num_iv, r.withdrawn,
       r.verloonde_uren, r.contract_hours * 0.01, r.premium_wage * 0.01, r.lkv_requested, r.cd_aard, r.srt_iv
  from unnest($3::int[], $4::int[], $5::bytea[], $6::bytea[], $7::text[], $8::int[], $9::boolean[], $10::int[],
              $11::int[], $12::bigint[], $13::boolean[], $14::int[], $15::int[])
    as r (block, position, blind_index, pseudonym, personnel_number, num_iv, withdrawn, verloonde_uren,
          contract_hours, premium_wage, lkv_requested, cd_aard, srt_iv);

-- name: preferHashJoins
-- For this transaction; and the planner is told how many rows came: it would look up 100,000 one by one.
select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true),
       payroll.count_staged();

-- name: findRepeated
-- $1 tenant, $2 upload, of the delivered blocks $3 position[] and $4 tijdvak[], $5 how many at most. One person and
-- NumIV twice in a tijdvak, withdrawals included. Mostly there is none: then nothing is sorted.
with delivered as materialized (
  select b.tijdvak, s.num_iv, coalesce(s.blind_index, s.pseudonym) as who, s.block, s.withdrawn, s.position
    from payroll.staged s
    join unnest($3::int[], $4::text[]) as b (position, tijdvak) on b.position = s.block
   where s.tenant_id = $1 and s.upload_id = $2
), repeated as materialized (
  select tijdvak, num_iv, who
    from delivered
   group by tijdvak, num_iv, who
  having count(*) > 1
)
select block, withdrawn, position, first_block, first_withdrawn, first_position
  from (select d.block, d.withdrawn, d.position,
               row_number() over same as nth,
               first_value(d.block) over same as first_block,
               first_value(d.withdrawn) over same as first_withdrawn,
               first_value(d.position) over same as first_position
          from delivered d
          join repeated using (tijdvak, num_iv, who)
        window same as (partition by tijdvak, num_iv, who order by d.block, d.withdrawn, d.position)) s
 where nth > 1
 order by block, withdrawn, position
 limit $5;

-- name: findMessage
-- $1 tenant, $2 loonheffingennummer, $3 sent at, $4 IdBer.
select message_id from payroll.message
 where tenant_id = $1 and loonheffingennummer = $2 and sent_at = $3 and id_ber = $4;

-- name: differsFromStored
-- $1 tenant, $2 upload, $3 loonheffingennummer, $4 sent at, $5 IdBer, $6 message, and of the delivered blocks
-- $7 position[], $8 tijdvak[], $9 kind[].
with delivered_block as (
  select position, tijdvak, kind from unnest($7::int[], $8::text[], $9::text[]) as b (position, tijdvak, kind)
), delivered as (
  select b.tijdvak, d.subject, d.num_iv, d.withdrawn, d.personnel_number, d.verloonde_uren,
         d.contract_hours_per_week, d.premium_wage, d.lkv_requested, d.cd_aard, d.srt_iv
    from payroll.delivered d
    join delivered_block b on b.position = d.block
   where d.tenant_id = $1 and d.upload_id = $2
), stored as (
  select tijdvak, subject, num_iv, withdrawn, personnel_number, verloonde_uren,
         contract_hours_per_week, premium_wage, lkv_requested, cd_aard, srt_iv
    from payroll.relationship
   where tenant_id = $1 and loonheffingennummer = $3 and sent_at = $4 and id_ber = $5
), stored_block as (
  select tijdvak, kind from payroll.block where tenant_id = $1 and message_id = $6
)
select exists (select tijdvak, kind from delivered_block except select tijdvak, kind from stored_block)
    or exists (select tijdvak, kind from stored_block except select tijdvak, kind from delivered_block)
    or exists (table delivered except table stored)
    or exists (table stored except table delivered) as differs;

-- name: addMessage
-- $1 tenant, $2 message, $3 loonheffingennummer, $4 sent at, $5 IdBer, $6 upload. The moment from which it is
-- known comes after all that is known, should the clock have been set back.
insert into payroll.message (
  tenant_id, message_id, loonheffingennummer, sent_at, id_ber, upload_id, received_at)
select $1, $2, $3, $4::timestamp, $5, $6,
       greatest(clock_timestamp(), max(received_at) + interval '1 microsecond')
  from payroll.message
 where tenant_id = $1 and loonheffingennummer = $3
returning received_at;

-- name: addBlocks
-- $1 tenant, $2 message, $3.. one array a column.
insert into payroll.block (
  tenant_id, message_id, position, tijdvak, starts, ends, kind, relationships, withdrawals, verloonde_uren)
select $1, $2, b.position, b.tijdvak, b.starts, b.ends, b.kind, b.relationships, b.withdrawals, b.verloonde_uren
  from unnest($3::int[], $4::text[], $5::date[], $6::date[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[])
    as b (position, tijdvak, starts, ends, kind, relationships, withdrawals, verloonde_uren);

-- name: addRelationships
-- $1 tenant, $2 upload, $3 loonheffingennummer, $4 sent at, $5 IdBer, $6 message, $7 moment, $8 its tijdvak[].
-- A version that was overtaken before it arrived, by a later one or by a later full return, is known for no
-- time at all.
with own as (
  select b.position, b.tijdvak,
         exists (select from payroll.block o
                   join payroll.message m on m.tenant_id = o.tenant_id and m.message_id = o.message_id
                  where o.tenant_id = $1 and o.tijdvak = b.tijdvak and o.kind = 'FULL'
                    and m.loonheffingennummer = $3 and (m.sent_at, m.id_ber) > ($4, $5)) as overtaken
    from payroll.block b
   where b.tenant_id = $1 and b.message_id = $6
), later as (
  select distinct tijdvak, subject, num_iv
    from payroll.relationship
   where tenant_id = $1 and loonheffingennummer = $3 and tijdvak = any ($8::text[])
     and (sent_at, id_ber) > ($4, $5)
)
insert into payroll.relationship (
  tenant_id, loonheffingennummer, tijdvak, subject, num_iv, sent_at, id_ber, known_from, known_until, person_id,
  personnel_number, withdrawn, verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested, cd_aard,
  srt_iv, message_id, position)
select $1, $3, own.tijdvak, d.subject, d.num_iv, $4, $5, $7::timestamptz,
       case when own.overtaken or later.subject is not null then $7::timestamptz else 'infinity' end,
       d.person_id, d.personnel_number, d.withdrawn, d.verloonde_uren, d.contract_hours_per_week, d.premium_wage,
       d.lkv_requested, d.cd_aard, d.srt_iv, $6, d.position
  from payroll.delivered d
  join own on own.position = d.block
  left join later on later.tijdvak = own.tijdvak and later.subject = d.subject and later.num_iv = d.num_iv
 where d.tenant_id = $1 and d.upload_id = $2;

-- name: supersede
-- $1 tenant, $2 loonheffingennummer, $3 sent at, $4 IdBer, $5 message, $6 moment, $7 its tijdvak[]. A full return
-- replaces all that is older in its tijdvak; every other block only the relationships it holds.
update payroll.relationship r
   set known_until = $6
  from payroll.block b
 where b.tenant_id = $1 and b.message_id = $5
   and r.tenant_id = $1 and r.loonheffingennummer = $2 and r.tijdvak = b.tijdvak
   and r.known_until = 'infinity' and (r.sent_at, r.id_ber) < ($3, $4)
   and (b.kind = 'FULL'
        or (r.tijdvak, r.subject, r.num_iv) in (
             select n.tijdvak, n.subject, n.num_iv
               from payroll.relationship n
              where n.tenant_id = $1 and n.loonheffingennummer = $2 and n.tijdvak = any ($7::text[])
                and n.message_id = $5));

-- name: purgeRelationships
-- $1 tenant, $2 upload.
delete from payroll.staged where tenant_id = $1 and upload_id = $2;
