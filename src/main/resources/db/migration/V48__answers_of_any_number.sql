-- As before (V43), but what saw somebody last is found for all answers in one pass, and not for each among all: a
-- reconciliation of an employer with 10,000 answers "out" looked at some hundred million rows. By what somebody was
-- seen is text that sorts as time does: the day; then, of a day, an end that was told before none and the earlier
-- end first; then the place in time; then which evidence it is.
create or replace function register.published_answer(p_employer text, p_known_at timestamptz)
returns table (answer_id uuid, person_id uuid, loonheffingennummer text, peildatum date, is_in boolean, nth integer,
               has_period boolean, speaks_from date, starts date, ends date, sighted uuid)
language sql stable rows 1000 as $$
  with given as (
    select a.answer_id, a.person_id, a.loonheffingennummer, a.peildatum, a.is_in,
           (row_number() over (order by a.peildatum, a.received_at, a.answer_id))::integer as nth,
           a.registered_from is not null or a.registered_until is not null as has_period,
           make_date(extract(year from a.peildatum)::integer - 1, 1, 1) as speaks_from,
           a.registered_from as starts,
           coalesce(a.registered_until, make_date(extract(year from a.signed_out_on)::integer, 12, 31)) as ends
      from (select distinct on (o.person_id, o.loonheffingennummer, o.peildatum) o.*
              from register.answer o
             where left(o.loonheffingennummer, 9) = p_employer and o.received_at <= p_known_at
             order by o.person_id, o.loonheffingennummer, o.peildatum, o.received_at desc, o.answer_id desc) a
  ), listed as (
    -- The newest list with each person, whether there are answers about that one or not: the planner, which takes
    -- 10,000 of them for one, would look for each person of a list among all.
    select p.person_id, max(array[to_char(l.peildatum, 'YYYY-MM-DD'), '', lpad(l.place::text, 10, '0'),
                                  l.snapshot_id::text]) as at
      from register.published_list(p_employer, p_known_at) l
      join register.listing p on p.tenant_id = l.tenant_id and p.snapshot_id = l.snapshot_id
     group by p.person_id
  ), sight as (
    select g.*,
           max(g.listed_at) over person as listed,
           max(g.nth) filter (where g.is_in) over person as last_in,
           max(case when g.is_in or g.ends is not null
                    then array[to_char(g.peildatum, 'YYYY-MM-DD'), coalesce(lpad((date '9999-12-31' - g.ends)::text, 10, '0'), ''),
                               lpad(g.nth::text, 10, '0'), g.answer_id::text] end)
             over (partition by g.person_id order by g.nth
                   rows between unbounded preceding and 1 preceding) as answered
      from (select a.*, null::text[] as listed_at from given a
            union all
            select null, l.person_id, null, null, null, null, null, null, null, null, l.at from listed l) g
    window person as (partition by g.person_id)
  )
  select s.answer_id, s.person_id, s.loonheffingennummer, s.peildatum, s.is_in, s.nth, s.has_period, s.speaks_from,
         s.starts, coalesce(s.ends, make_date(left(seen.at[1], 4)::integer, 12, 31)), seen.at[4]::uuid
    from sight s
    left join lateral (select greatest(s.listed, s.answered) as at) seen
      on not s.is_in and s.ends is null and seen.at[2] = ''
         -- none where newer evidence has the person in again
     and coalesce(s.last_in < s.nth, true)
     and coalesce(s.listed[1] <= to_char(s.peildatum, 'YYYY-MM-DD'), true)
   where s.answer_id is not null
$$;
