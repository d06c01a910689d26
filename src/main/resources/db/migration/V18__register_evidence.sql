-- Evidence from the register of two kinds, kept apart: lists, and answers about one person. And what both together
-- say: one of five presences per person and tijdvak, as one rule set for whoever asks (DOMAIN 3).

-- Where evidence was read: in the Werkgeversportaal, in a letter or call from UWV, or through a bridge.
alter table register.snapshot
  add column source text not null default 'portal' check (source in ('portal', 'uwv', 'connector'));

create table register.answer (
  tenant_id uuid not null,
  answer_id uuid not null,
  -- of the employer that asked
  loonheffingennummer text collate "C" not null,
  person_id uuid not null,
  peildatum date not null,
  is_in boolean not null,
  -- the registered period as far as the register told it, within the year of the peildatum and the one before
  registered_from date,
  registered_until date,
  signed_out_on date,
  updated_to date,
  source text not null check (source in ('portal', 'uwv', 'connector')),
  -- over the keyed blind index and what was answered
  content_digest bytea not null,
  upload_id uuid not null,
  line integer not null,
  received_at timestamptz not null default clock_timestamp(),
  received_by text not null,
  primary key (tenant_id, answer_id)
);
create index on register.answer (tenant_id, person_id);
select tenancy.isolate('register.answer');

create unlogged table register.staged_answer (
  tenant_id uuid not null,
  upload_id uuid not null,
  answer_id uuid not null,
  line integer not null,
  blind_index bytea not null,
  is_in boolean not null,
  registered_from date,
  registered_until date,
  signed_out_on date
);
create index on register.staged_answer (tenant_id, upload_id);
select tenancy.isolate('register.staged_answer');

-- Evidence is added and never changed.
revoke update, delete on register.snapshot, register.listing, register.delivery, register.answer from banenschakel_app;

-- The lists of an employer (nine digits) that speak, as they were known: of two lists of one number with one
-- peildatum the one delivered last. place: their order in time. newer: later lists of the same number, the next one
-- first. asked_to: the newest peildatum of the number.
create function register.published_list(p_employer text, p_known_at timestamptz)
returns table (tenant_id uuid, snapshot_id uuid, loonheffingennummer text, peildatum date, lines integer,
               place integer, newer uuid[], asked_to date)
language sql stable rows 50 as $$
  with spoken as (
    select distinct on (s.loonheffingennummer, s.peildatum)
           s.tenant_id, s.snapshot_id, s.loonheffingennummer, s.peildatum, s.lines
      from register.snapshot s
      join register.delivery d on d.tenant_id = s.tenant_id and d.snapshot_id = s.snapshot_id
     where left(s.loonheffingennummer, 9) = p_employer and d.delivered_at <= p_known_at
     order by s.loonheffingennummer, s.peildatum, d.delivered_at desc, s.snapshot_id
  )
  select s.tenant_id, s.snapshot_id, s.loonheffingennummer, s.peildatum, s.lines,
         (row_number() over (order by s.peildatum, s.loonheffingennummer))::integer,
         coalesce(array_agg(s.snapshot_id) over later, '{}'),
         max(s.peildatum) over (partition by s.loonheffingennummer)
    from spoken s
  window later as (partition by s.loonheffingennummer order by s.peildatum
                   rows between 1 following and unbounded following)
$$;

-- Answers about an employer's people as they were known, and how far each reaches. nth: their order in time.
-- ends: the last registered day, where one is known. A sign-out counts to the end of its year, unless the answer
-- tells the period; an answer "out" without a date is a sign-out in the year in which the person was seen last
-- (sighted: by which evidence), since one leaves from a 1 January.
create function register.published_answer(p_employer text, p_known_at timestamptz)
returns table (answer_id uuid, person_id uuid, loonheffingennummer text, peildatum date, is_in boolean, nth integer,
               has_period boolean, speaks_from date, starts date, ends date, sighted uuid)
language sql stable rows 1000 as $$
  with given as (
    select a.tenant_id, a.answer_id, a.person_id, a.loonheffingennummer, a.peildatum, a.is_in,
           (row_number() over (order by a.peildatum, a.received_at, a.answer_id))::integer as nth,
           a.registered_from is not null or a.registered_until is not null as has_period,
           make_date(extract(year from a.peildatum)::integer - 1, 1, 1) as speaks_from,
           a.registered_from as starts,
           coalesce(a.registered_until, make_date(extract(year from a.signed_out_on)::integer, 12, 31)) as ends
      from register.answer a
     where left(a.loonheffingennummer, 9) = p_employer and a.received_at <= p_known_at
  )
  select g.answer_id, g.person_id, g.loonheffingennummer, g.peildatum, g.is_in, g.nth, g.has_period, g.speaks_from,
         g.starts, coalesce(g.ends, make_date(extract(year from sight.peildatum)::integer, 12, 31)),
         sight.evidence_id
    from given g
    left join lateral (
      select seen.peildatum, seen.evidence_id
        from (
          select l.peildatum, l.snapshot_id as evidence_id, null::date as ends
            from register.published_list(p_employer, p_known_at) l
            join register.listing p on p.tenant_id = l.tenant_id and p.snapshot_id = l.snapshot_id
           where p.person_id = g.person_id and l.peildatum <= g.peildatum
          union all
          select e.peildatum, e.answer_id, e.ends
            from given e
           where e.person_id = g.person_id and e.nth < g.nth and (e.is_in or e.ends is not null)
          order by 1 desc
          limit 1) seen
       where seen.ends is null) sight on not g.is_in and g.ends is null
$$;

-- Who is in the register in which tijdvak, for an employer, as it was known: a row per tijdvak for each person of
-- whom there is evidence, and one without a person that holds for everybody else. Of the several numbers of one
-- employer (its first nine digits) each tells who is seen; how often somebody lacks and until when was asked is
-- looked up under the number where the person was seen last, else under the given one.
-- evidence: what decides it. line: of the newest list of the given number, if the person was seen last there.
-- last_seen: the newest day on which evidence has the person in; null: never seen.
create function register.published_presence(
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
    select a.*, coalesce(a.ends, case when a.is_in then a.peildatum end) as seen_until
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
                                    or t.starts > a.ends) as telling,
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

grant execute on function register.published_list(text, timestamptz),
  register.published_answer(text, timestamptz),
  register.published_presence(text, text[], date[], date[], timestamptz, integer) to banenschakel_app;

-- A run keeps the presence with the evidence that decides it, and needs no population beside it. Lines are of the
-- newest list of the run's own number.
alter table reconciliation.person_tijdvak drop constraint person_tijdvak_presence_check;
alter table reconciliation.person_tijdvak
  add check (presence in ('SEEN', 'NO_LONGER_SEEN', 'LEFT', 'ASKED_NOT_SEEN', 'NOT_ASKED')),
  add column evidence uuid[] not null default '{}',
  add column register_line integer;
drop table reconciliation.population;
