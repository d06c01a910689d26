-- A year of people who do not exist, written set-based by the superuser into the slices' own tables: what
-- counts here is reading them. :tenant, :people and :listed are filled in. Every person has a contract and
-- an income relationship in each month; some work less or more than agreed.
insert into person.person (tenant_id, person_id, blind_index, blind_key_id, sealed_bsn, sealed_key_id)
select :tenant, gen_random_uuid(), sha256(n::text::bytea), 1, sha256(n::text::bytea), 1
  from generate_series(1, :people) n;

create temporary table numbered as
select person_id, row_number() over (order by blind_index) as n from person.person where tenant_id = :tenant;

insert into employment.contract (
  tenant_id, loonheffingennummer, source, contract_key, start_date, part, known_from, contract_id, person_id,
  personnel_number, hours_per_week, expected_registered, department, cost_centre, upload_id, line)
select :tenant, '001000275L01', 'hr', 'P' || n, date '2020-01-01' + (n % 1000)::int, 0, now(),
       gen_random_uuid(), person_id, 'P' || n, 24 + n % 16, false, 'Afdeling ' || n % 40, (4000 + n % 300)::text,
       :tenant, n
  from numbered;

insert into payroll.message (tenant_id, message_id, loonheffingennummer, sent_at, id_ber, upload_id)
select :tenant, ('00000000-0000-7000-8000-' || lpad(m::text, 12, '0'))::uuid, '001000275L01',
       make_timestamp(2027, m, 12, 9, 30, 0), 'M' || m, :tenant
  from generate_series(1, 12) m;

insert into payroll.block (tenant_id, message_id, position, tijdvak, starts, ends, kind)
select :tenant, message_id, 1, '2026-M' || to_char(sent_at, 'MM'),
       date_trunc('month', sent_at - interval '1 year')::date,
       (date_trunc('month', sent_at - interval '1 year') + interval '1 month - 1 day')::date, 'FULL'
  from payroll.message where tenant_id = :tenant;

insert into payroll.relationship (
  tenant_id, loonheffingennummer, tijdvak, subject, num_iv, sent_at, id_ber, known_from, known_until, person_id,
  personnel_number, withdrawn, verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested, cd_aard,
  srt_iv, message_id, position)
select :tenant, '001000275L01', b.tijdvak, p.person_id, 1, m.sent_at, m.id_ber, now(), 'infinity', p.person_id,
       'P' || p.n, false,
       round((24 + p.n % 16) * (b.ends - b.starts + 1) / 7.0
             * case when p.n % 97 = 0 then 0.5 when p.n % 89 = 0 then 1.4 else 1 end),
       24 + p.n % 16, 2500, p.n % 50 <> 0, 1, 15, m.message_id, p.n
  from payroll.message m
  join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
 cross join numbered p
 where m.tenant_id = :tenant;

insert into register.snapshot (
  tenant_id, snapshot_id, loonheffingennummer, peildatum, kind, content_digest, lines, persons, received_by)
values (:tenant, :tenant, '001000275L01', '2027-01-02', 'list', sha256(''), :listed, :listed, 'load');

insert into register.listing (tenant_id, snapshot_id, person_id, line)
select :tenant, :tenant, person_id, n from numbered where n <= :listed;

insert into register.delivery (tenant_id, upload_id, snapshot_id) values (:tenant, :tenant, :tenant);

analyze;
checkpoint;
