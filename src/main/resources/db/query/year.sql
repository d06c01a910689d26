-- name: lockYear
-- $1 tenant, $2 year. Two who open one year do so one after the other.
select pg_advisory_xact_lock(hashtextextended('year ' || $1::uuid::text || ' ' || $2::integer::text, 0));

-- name: openingMoment
-- After all that is known of contracts, also where the clock was set back since.
select greatest(
         clock_timestamp(),
         (select max(known_from) from employment.published_contract_version),
         (select max(known_until) from employment.published_contract_version where known_until < 'infinity')) as moment;

-- name: addOpening
-- $1 tenant, $2 year, $3 as of, $4 day, $5 by whom.
insert into year.opening (tenant_id, year, opening, as_of, opened_on, opened_by)
select $1, $2, coalesce(max(o.opening), 0) + 1, $3, $4, $5
  from year.opening o
 where o.year = $2
returning opening;

-- name: preferHashJoins
-- For this transaction: what a step just filled has no statistics.
select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true);

-- name: carryContracts
-- $1 year, $2 opening. Of each contract that is open on 1 January the part that began last. Contract hours of 0 are
-- hours as well.
insert into year.carried_contract (
  tenant_id, year, opening, contract_id, loonheffingennummer, person_id, personnel_number,
  start_date, part, end_date, hours_per_week, known_from, upload_id, line)
select distinct on (c.contract_id)
       o.tenant_id, o.year, o.opening, c.contract_id, c.loonheffingennummer, c.person_id, c.personnel_number,
       c.start_date, c.part, c.end_date, c.hours_per_week, c.known_from, c.upload_id, c.line
  from year.opening o
  join employment.published_contract_known(o.as_of) c
    on c.tenant_id = o.tenant_id and c.start_date <= make_date($1, 1, 1) and c.end_date >= make_date($1, 1, 1)
 where o.year = $1 and o.opening = $2
 order by c.contract_id, c.start_date desc, c.part desc;

-- name: leaveContracts
-- $1 year, $2 opening. Contracts that the old year had and that are not carried, by what was last known of them: what
-- holds, or what held until their source no longer had them. In the order of the reasons the first one counts.
insert into year.left_behind (
  tenant_id, year, opening, item_id, reason, loonheffingennummer, contract_id, person_id,
  personnel_number, day)
with version as (
  select o.tenant_id, v.contract_id, v.loonheffingennummer, v.person_id, v.personnel_number, v.start_date, v.end_date,
         u.until, max(u.until) over (partition by v.contract_id) as last_until
    from year.opening o
    join employment.published_contract_version v on v.tenant_id = o.tenant_id and v.known_from <= o.as_of
   cross join lateral (
     select case when v.known_until <= o.as_of then v.known_until else 'infinity' end as until) u
   where o.year = $1 and o.opening = $2
), contract as (
  select tenant_id, contract_id, last_until, min(loonheffingennummer) as loonheffingennummer,
         (array_agg(person_id order by start_date desc))[1] as person_id,
         (array_agg(personnel_number order by start_date desc))[1] as personnel_number,
         min(start_date) filter (where start_date > make_date($1, 1, 1)) as begins,
         max(end_date) as ends
    from version
   where until = last_until
   group by tenant_id, contract_id, last_until
), staying as (
  select distinct person_id, left(loonheffingennummer, 9) as employer
    from year.carried_contract
   where year = $1 and opening = $2
), left_contract as (
  select c.*,
         case when c.last_until = 'infinity' and c.begins is not null then 'STARTS_LATER'
              when s.person_id is not null then 'REPLACED'
              when c.ends < make_date($1, 1, 1) then 'ENDED'
              else 'NO_LONGER_DELIVERED' end as reason,
         case when c.last_until = 'infinity' and c.begins is not null then c.begins
              when c.ends < make_date($1, 1, 1) then c.ends
              else (c.last_until at time zone 'Europe/Amsterdam')::date end as day
    from contract c
    left join staying s on s.person_id = c.person_id and s.employer = left(c.loonheffingennummer, 9)
    left join year.carried_contract k on k.contract_id = c.contract_id and k.year = $1 and k.opening = $2
   where k.contract_id is null
)
select l.tenant_id, $1, $2, year.item_id(l.reason, l.contract_id::text, null, l.day), l.reason,
       l.loonheffingennummer, l.contract_id, l.person_id, l.personnel_number, l.day
  from left_contract l
 where l.day >= make_date($1 - 1, 1, 1);

-- name: leavePeople
-- $1 year, $2 opening, $3 the last month of the old year and the first of the new one, $4 their first days, $5 their
-- last days, $6 grace. Who has a contract that is carried, and is signed out of the register to the end of the year.
insert into year.left_behind (
  tenant_id, year, opening, item_id, reason, loonheffingennummer, person_id, personnel_number, day)
select o.tenant_id, o.year, o.opening, year.item_id('SIGNED_OUT', n.number_id::text, p.person_id::text, null),
       'SIGNED_OUT', n.loonheffingennummer, p.person_id, p.personnel_number, make_date($1 - 1, 12, 31)
  from year.opening o
  join party.published_wage_tax_number n on n.tenant_id = o.tenant_id
  join lateral (
    select s.person_id, min(k.personnel_number collate "C") as personnel_number
      from register.published_presence(n.loonheffingennummer, $3::text[], $4::date[], $5::date[], o.as_of, $6) s
      join year.carried_contract k
        on k.year = $1 and k.opening = $2 and k.loonheffingennummer = n.loonheffingennummer
       and k.person_id = s.person_id
     group by s.person_id
    having bool_or(s.tijdvak = ($3)[1] and s.presence <> 'LEFT')
       and bool_or(s.tijdvak = ($3)[2] and s.presence = 'LEFT')) p on true
 where o.year = $1 and o.opening = $2;

-- name: leaveReturns
-- $1 year, $2 opening, $3 tijdvak[] of the old year as a return of its days stands, $4 whether it is four weeks,
-- $5 first day[], $6 last day[], $7 last day[] on which its return may come. A tijdvak of the old year in which
-- contracts run and which no return speaks for. Whether a number returns by the month or by four weeks its returns
-- tell; without any it is not known.
insert into year.left_behind (
  tenant_id, year, opening, item_id, reason, loonheffingennummer, tijdvak, day)
with opening as (
  select * from year.opening where year = $1 and opening = $2
), contract as materialized (
  select c.loonheffingennummer, c.start_date, c.end_date
    from opening o
    join employment.published_contract_known(o.as_of) c
      on c.tenant_id = o.tenant_id and c.start_date < make_date($1, 1, 1) and c.end_date >= make_date($1 - 1, 1, 1)
   group by c.loonheffingennummer, c.start_date, c.end_date
), block as materialized (
  select b.loonheffingennummer, b.tijdvak, b.regular, b.starts >= make_date($1 - 1, 1, 1) as of_the_year
    from opening o
    join payroll.published_block b
      on b.tenant_id = o.tenant_id and b.known_from <= o.as_of and b.ends < make_date($1, 1, 1)
), number as (
  select n.number_id, n.loonheffingennummer,
         (select coalesce(bool_or(b.tijdvak like '%-P%') filter (where b.of_the_year), bool_or(b.tijdvak like '%-P%'))
            from block b
           where b.loonheffingennummer = n.loonheffingennummer) as four_weeks,
         exists (select from block b
                  where b.loonheffingennummer = n.loonheffingennummer and b.of_the_year and b.regular) as any_regular
    from opening o
    join party.published_wage_tax_number n on n.tenant_id = o.tenant_id
   where n.loonheffingennummer in (select c.loonheffingennummer from contract c)
), missing as (
  select n.number_id, n.loonheffingennummer, t.tijdvak, t.due
    from number n
    join unnest($3::text[], $4::boolean[], $5::date[], $6::date[], $7::date[])
      as t (tijdvak, four_weeks, starts, ends, due) on t.four_weeks = n.four_weeks
   where not exists (select from block b
                      where b.loonheffingennummer = n.loonheffingennummer and b.tijdvak = t.tijdvak
                        and (b.regular or not n.any_regular))
     and exists (select from contract c
                  where c.loonheffingennummer = n.loonheffingennummer
                    and c.start_date <= t.ends and c.end_date >= t.starts)
   union all
  select n.number_id, n.loonheffingennummer, null, null
    from number n
   where n.four_weeks is null
)
select o.tenant_id, o.year, o.opening, year.item_id(r.reason, m.number_id::text, m.tijdvak, m.due), r.reason,
       m.loonheffingennummer, m.tijdvak, m.due
  from opening o
 cross join missing m
 cross join lateral (
   select case when m.tijdvak is null then 'NO_WAGE_RETURN'
               when m.due < o.opened_on then 'PERIOD_MISSING'
               else 'RETURN_NOT_YET_DUE' end as reason) r;

-- name: leaveNumbers
-- $1 year, $2 opening, $3 days after which a list is old. What each number lacks to begin the new year.
insert into year.left_behind (
  tenant_id, year, opening, item_id, reason, loonheffingennummer, day)
select o.tenant_id, o.year, o.opening, year.item_id(f.reason, n.number_id::text, null, f.day), f.reason,
       n.loonheffingennummer, f.day
  from year.opening o
  join party.published_wage_tax_number n on n.tenant_id = o.tenant_id
 cross join lateral (
   select exists (select from year.carried_contract k
                   where k.year = $1 and k.opening = $2
                     and k.loonheffingennummer = n.loonheffingennummer) as carries,
          exists (select from register.published_schedule s where s.number_id = n.number_id and s.active) as fetched,
          (select max(l.peildatum) from register.published_list(left(n.loonheffingennummer, 9), o.as_of) l
            where l.loonheffingennummer = n.loonheffingennummer) as asked_to) has
 cross join lateral (
   select bool_or(m.first_day <= make_date($1, 1, 1) and m.last_day >= make_date($1, 1, 1)) as covers,
          max(m.last_day) filter (where m.last_day < make_date($1, 1, 1)) as last_day
     from register.published_mandate m
    where m.loonheffingennummer = n.loonheffingennummer and 'list' = any (m.covers)
      and m.known_from <= o.as_of and m.known_until > o.as_of) mandate
 cross join lateral (
   select 'NO_OPEN_CONTRACT' as reason, null::date as day where not has.carries
    union all
   select 'REGISTER_NOT_ASKED', null where has.carries and has.asked_to is null
    union all
   select 'SNAPSHOT_STALE', has.asked_to where has.carries and o.opened_on - has.asked_to > $3::integer
    union all
   select 'SCHEDULE_MISSING', null where has.carries and not has.fetched
    union all
   select 'MANDATE_MISSING', mandate.last_day
    where has.carries and (has.fetched or mandate.covers is not null) and mandate.covers is not true) f
 where o.year = $1 and o.opening = $2;

-- name: leaveNorms
-- $1 year, $2 opening, $3 norm[], $4 the first day[] of the new year for which it has no value.
insert into year.left_behind (tenant_id, year, opening, item_id, reason, norm, day)
select o.tenant_id, o.year, o.opening, year.item_id('PARAMETER_MISSING', n.name, null, n.day), 'PARAMETER_MISSING',
       n.name, n.day
  from year.opening o, unnest($3::text[], $4::date[]) as n (name, day)
 where o.year = $1 and o.opening = $2;

-- name: findOpening
-- $1 year, $2 opening, or null for the latest.
select year, opening, as_of, opened_on, opened_by
  from year.opening
 where year = $1 and ($2::integer is null or opening = $2)
 order by opening desc
 limit 1;

-- name: listYears
-- The latest opening of each year.
select distinct on (year) year, opening, as_of, opened_on, opened_by
  from year.opening
 order by year desc, opening desc;

-- name: countCarried
-- $1 year, $2 opening. A contract of which another version holds is one more and one less.
select (select count(*) from year.carried_contract where year = $1 and opening = $2) as contracts,
       (select count(distinct person_id) from year.carried_contract where year = $1 and opening = $2) as persons,
       (select coalesce(sum(hours_per_week), 0)
          from year.carried_contract where year = $1 and opening = $2) as hours_per_week,
       count(n.contract_id) filter (where b.contract_id is null) as added,
       count(b.contract_id) filter (where n.contract_id is null) as gone
  from (select * from year.carried_contract where year = $1 and opening = $2) n
  full join (select * from year.carried_contract where year = $1 and opening = $2 - 1) b
    on b.contract_id = n.contract_id and b.start_date = n.start_date and b.part = n.part and b.known_from = n.known_from;

-- name: countLeft
-- $1 year, $2 opening.
select coalesce(n.reason, b.reason) as reason,
       count(n.item_id) as items,
       count(n.item_id) filter (where b.item_id is null) as added,
       count(b.item_id) filter (where n.item_id is null) as gone
  from (select * from year.left_behind where year = $1 and opening = $2) n
  full join (select * from year.left_behind where year = $1 and opening = $2 - 1) b on b.item_id = n.item_id
 group by 1;

-- name: listCarried
-- $1 year, $2 opening, $3 another opening that must not say the same, or null, $4 after this contract, or null, $5 how
-- many.
select k.contract_id, k.loonheffingennummer, k.person_id, k.personnel_number, k.start_date,
       nullif(k.end_date, 'infinity') as end_date, k.hours_per_week, k.known_from, k.upload_id, k.line
  from year.carried_contract k
 where k.year = $1 and k.opening = $2
   and not exists (
     select from year.carried_contract s
      where s.year = $1 and s.opening = $3 and s.contract_id = k.contract_id and s.start_date = k.start_date
        and s.part = k.part and s.known_from = k.known_from)
   and ($4::uuid is null or k.contract_id > $4)
 order by k.contract_id
 limit $5;

-- name: listLeft
-- $1 year, $2 opening, $3 another opening that must not say the same, or null, $4 reason or null, $5 after this item, or
-- null, $6 how many.
select l.item_id, l.reason, l.loonheffingennummer, l.contract_id, l.person_id, l.personnel_number, l.tijdvak, l.norm,
       l.day
  from year.left_behind l
 where l.year = $1 and l.opening = $2
   and not exists (
     select from year.left_behind s where s.year = $1 and s.opening = $3 and s.item_id = l.item_id)
   and ($4::text is null or l.reason = $4)
   and ($5::uuid is null or l.item_id > $5)
 order by l.item_id
 limit $6;
