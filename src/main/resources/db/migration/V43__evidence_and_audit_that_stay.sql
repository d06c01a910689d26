-- What is written once stays as it was written; what the audit no longer needs goes; and presence by the evidence that
-- was given last.

-- Facts are added, and closed by the moment until which they were known; nothing else of them changes. A table that
-- is not named here is one that the gateway works in: staging, uploads, schedules, its own bookkeeping.
revoke update, delete on
  party.organisation, party.wage_tax_number, person.person,
  employment.contract, employment.clock, employment.column_mapping,
  payroll.message, payroll.block, payroll.relationship, payroll.control_total,
  register.mandate, register.schedule,
  reconciliation.run, reconciliation.run_tijdvak, reconciliation.person_tijdvak, reconciliation.person,
  reconciliation.share, reconciliation.finding, reconciliation.breakdown
from banenschakel_app;
revoke update on
  person.staged, employment.staged, payroll.staged, register.staged, register.staged_answer, outbox.unnumbered
from banenschakel_app;

grant update (known_until) on employment.contract, payroll.relationship, payroll.control_total to banenschakel_app;
grant update (known_until, warned) on register.mandate to banenschakel_app;
grant update (latest) on employment.clock to banenschakel_app;
-- counted once, in the transaction of its message
grant update (relationships, withdrawals, verloonde_uren) on payroll.block to banenschakel_app;
grant update (version, active, every, start_at, next_at, failures, failure, failing_since, fetched_at, snapshot_id,
              changed_at, changed_by) on register.schedule to banenschakel_app;
-- what the last steps of a run find, in its own transaction
grant update (finished_at, register_lines, register_peildatum, register_age_days, verloonde_uren_all,
              verloonde_uren_wsw, verloonde_uren_registered, contract_hours_per_week_registered, jobs_year, jobs_week,
              result_hash) on reconciliation.run to banenschakel_app;

-- Takes away lines of the current tenant that are older than a moment, the oldest first, so many at most; gives how
-- many. The gateway may not delete lines itself, and what is younger than a year stays whatever it asks for: who
-- takes the gateway over cannot wipe out the traces of that. The policy of the tables holds for their owner too.
create function audit.remove_lines(p_before timestamptz, p_count integer) returns integer
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with old as (
    select l.line_id from audit.line l
     where l.logged_at < least(p_before, now() - interval '1 year')
     order by l.logged_at, l.line_id
     limit p_count
  ), persons as (
    delete from audit.person p where p.line_id in (select o.line_id from old o)
  ), gone as (
    delete from audit.line l where l.line_id in (select o.line_id from old o) returning l.line_id
  )
  select count(*)::integer from gone
$$;
grant execute on function audit.remove_lines(timestamptz, integer) to banenschakel_app;

-- Each organisation has one job that looks for such lines: those that are there already get theirs here. For this
-- transaction the owner sees the rows of all tenants.
alter table party.organisation no force row level security;
alter table job.payload no force row level security;
with begun as (
  insert into job.queue (job_id, tenant, kind, unique_key, claimable_at)
  select gen_random_uuid(), tenant_id, 'clear-audit', 'clear-audit', now() from party.organisation
  returning tenant, job_id)
insert into job.payload (tenant_id, job_id, payload) select tenant, job_id, '{}' from begun;
alter table job.payload force row level security;
alter table party.organisation force row level security;

-- As before (V18), but: of several answers of one number about a person on one day the one delivered last speaks, as
-- with lists; of what saw somebody last an answer that tells an end goes first; and an end that nobody told, but that
-- follows from "out" and when the person was seen last, is none where newer evidence has the person in again.
create or replace function register.published_answer(p_employer text, p_known_at timestamptz)
returns table (answer_id uuid, person_id uuid, loonheffingennummer text, peildatum date, is_in boolean, nth integer,
               has_period boolean, speaks_from date, starts date, ends date, sighted uuid)
language sql stable rows 1000 as $$
  with list as materialized (
    select l.tenant_id, l.snapshot_id, l.peildatum, l.place from register.published_list(p_employer, p_known_at) l
  ), given as (
    select a.tenant_id, a.answer_id, a.person_id, a.loonheffingennummer, a.peildatum, a.is_in,
           (row_number() over (order by a.peildatum, a.received_at, a.answer_id))::integer as nth,
           a.registered_from is not null or a.registered_until is not null as has_period,
           make_date(extract(year from a.peildatum)::integer - 1, 1, 1) as speaks_from,
           a.registered_from as starts,
           coalesce(a.registered_until, make_date(extract(year from a.signed_out_on)::integer, 12, 31)) as ends
      from (select distinct on (o.person_id, o.loonheffingennummer, o.peildatum) o.*
              from register.answer o
             where left(o.loonheffingennummer, 9) = p_employer and o.received_at <= p_known_at
             order by o.person_id, o.loonheffingennummer, o.peildatum, o.received_at desc, o.answer_id desc) a
  )
  select g.answer_id, g.person_id, g.loonheffingennummer, g.peildatum, g.is_in, g.nth, g.has_period, g.speaks_from,
         g.starts, coalesce(g.ends, make_date(extract(year from sight.peildatum)::integer, 12, 31)),
         sight.evidence_id
    from given g
    left join lateral (
      select seen.peildatum, seen.evidence_id
        from (
          select l.peildatum, l.snapshot_id as evidence_id, null::date as ends, l.place as nth
            from list l
            join register.listing p on p.tenant_id = l.tenant_id and p.snapshot_id = l.snapshot_id
           where p.person_id = g.person_id and l.peildatum <= g.peildatum
          union all
          select e.peildatum, e.answer_id, e.ends, e.nth
            from given e
           where e.person_id = g.person_id and e.nth < g.nth and (e.is_in or e.ends is not null)
          order by peildatum desc, ends nulls last, nth desc, evidence_id
          limit 1) seen
       where seen.ends is null
         and not exists (select from list l
                           join register.listing p on p.tenant_id = l.tenant_id and p.snapshot_id = l.snapshot_id
                          where p.person_id = g.person_id and l.peildatum > g.peildatum)
         and not exists (select from given e where e.person_id = g.person_id and e.nth > g.nth and e.is_in)
      ) sight on not g.is_in and g.ends is null
$$;

-- As before (V18), but an end is known by the newest answer that tells a period or an end: one that was told before
-- it may have moved, or been withdrawn.
create or replace function register.published_presence(
  p_number text, p_tijdvak text[], p_starts date[], p_ends date[], p_known_at timestamptz, p_grace integer)
returns table (person_id uuid, tijdvak text, presence text, evidence uuid[], line integer, last_seen date)
language sql stable rows 100000 as $$
  with span as (
    select t.tijdvak, t.starts, t.ends from unnest(p_tijdvak, p_starts, p_ends) as t (tijdvak, starts, ends)
  ), list as materialized (
    select l.*, array[l.snapshot_id] as seen, array[l.snapshot_id] || l.newer[1:p_grace] as lacking
      from register.published_list(left(p_number, 9), p_known_at) l
  ), asked as (
    -- The newest list of the given number, if it was ever asked.
    select max(l.peildatum) as until, (array_agg(l.snapshot_id order by l.peildatum desc))[1:1] as evidence
      from list l
     where l.loonheffingennummer = p_number
  ), answer as materialized (
    select a.*, coalesce(a.ends, case when a.is_in then a.peildatum end) as seen_until,
           a.nth = max(a.nth) filter (where a.has_period or a.ends is not null) over (partition by a.person_id)
             as tells_the_end
      from register.published_answer(left(p_number, 9), p_known_at) a
  ), listed as (
    -- The newest list with each person, and the line there.
    select p.person_id, max(array[l.place, p.line]) as at
      from list l
      join register.listing p on p.tenant_id = l.tenant_id and p.snapshot_id = l.snapshot_id
     group by p.person_id
  ), answered as (
    select a.person_id, max(a.nth) as latest,
           max(a.nth) filter (where a.is_in or a.ends is not null and a.sighted is null) as latest_in
      from answer a
     group by a.person_id
  ), sighting as (
    -- The newest answer with each person, and the lists after it under its number.
    select i.person_id, i.answer_id, case when i.is_in then i.peildatum else least(i.peildatum, i.ends) end as last_seen,
           coalesce(max(l.peildatum), i.peildatum) as asked_to,
           coalesce(array_agg(l.snapshot_id order by l.peildatum) filter (where l.peildatum > i.peildatum), '{}') as newer
      from answered
      join answer i on i.nth = answered.latest_in
      left join list l on l.loonheffingennummer = i.loonheffingennummer
     group by i.person_id, i.answer_id, i.is_in, i.peildatum, i.ends
  ), person as (
    -- Seen last by a list or by an answer: the later of the two, and what was asked after it.
    select e.person_id, l.peildatum as listed_until, l.seen as listed_by,
           latest.peildatum as answered_until, latest.answer_id as answered_by,
           by_answer or l.place is not null as ever_seen,
           case when by_answer then s.last_seen else l.peildatum end as last_seen,
           case when by_answer then s.asked_to else l.asked_to end as asked_to,
           cardinality(case when by_answer then s.newer else l.newer end) as missed,
           case when by_answer then s.answer_id || s.newer[1:p_grace] else l.lacking end as lacking,
           case when not by_answer and l.loonheffingennummer = p_number then e.at[2] end as line
      from (listed full join answered using (person_id)) e
      left join list l on l.place = e.at[1]
      left join answer latest on latest.nth = e.latest
      left join sighting s on s.person_id = e.person_id
     cross join lateral (
       select s.answer_id is not null and coalesce(s.last_seen > l.peildatum, true) as by_answer) source
  ), told as (
    -- Of the answers about a person: the newest that tells of this tijdvak by a period or a known end, and the
    -- newest by which the person is in.
    select a.person_id, t.tijdvak,
           max(a.nth) filter (where (a.has_period and t.ends >= a.speaks_from and t.starts <= a.peildatum)
                                    or a.tells_the_end and t.starts > a.ends) as telling,
           max(a.nth) filter (where a.seen_until >= t.starts) as seeing
      from answer a
     cross join span t
     group by a.person_id, t.tijdvak
  )
  select p.person_id, t.tijdvak,
         case w.why
           when 'NOT_YET' then 'ASKED_NOT_SEEN'
           when 'NEVER' then 'ASKED_NOT_SEEN'
           when 'LEFT' then 'LEFT'
           when 'NOT_ASKED' then 'NOT_ASKED'
           when 'LACKING' then 'NO_LONGER_SEEN'
           else 'SEEN'
         end,
         case w.why
           when 'LISTED' then p.listed_by
           when 'ANSWERED' then array_remove(array[see.sighted, see.answer_id], null)
           when 'GRACE' then p.lacking
           when 'LACKING' then p.lacking
           when 'NEVER' then case when p.answered_until >= t.starts then array[p.answered_by] else asked.evidence end
           when 'NOT_ASKED' then '{}'
           else array_remove(array[tell.sighted, tell.answer_id], null)
         end,
         p.line, p.last_seen
    from person p
   cross join span t
   cross join asked
    left join told on told.person_id = p.person_id and told.tijdvak = t.tijdvak
    left join answer tell on tell.nth = told.telling
    left join answer see on see.nth = told.seeing
   cross join lateral (
     select case
              when tell.nth is not null
               and (tell.has_period and t.starts <= tell.peildatum
                    -- an end after which the person was seen again is none
                    or coalesce(p.last_seen <= greatest(tell.peildatum, tell.ends), true))
                then case when t.ends < tell.starts then 'NOT_YET' when t.starts > tell.ends then 'LEFT' else 'TOLD' end
              when p.listed_until >= t.starts and p.listed_until >= coalesce(see.peildatum, p.listed_until) then 'LISTED'
              when see.nth is not null then 'ANSWERED'
              when t.starts <= greatest(case when p.ever_seen then p.asked_to else asked.until end, p.answered_until)
                then case when not p.ever_seen then 'NEVER' when p.missed < p_grace then 'GRACE' else 'LACKING' end
              else 'NOT_ASKED'
            end as why) w
  union all
  select null, t.tijdvak,
         case when asked.until >= t.starts then 'ASKED_NOT_SEEN' else 'NOT_ASKED' end,
         case when asked.until >= t.starts then asked.evidence else '{}' end, null, null
    from span t
   cross join asked
$$;
