-- $1 run, $2 tijdvak[], $3 first day[], $4 last day[], $5 last day[] on which its return may come: the span of the run,
-- from the calendar. Here and in every step, what the run knows is what was known at its as_of; infinity: what is
-- known now.
-- A tijdvak counts as returned when a full or supplementary return speaks for it; where the run has
-- loose corrections only, a correction does.
insert into reconciliation.run_tijdvak (tenant_id, run_id, tijdvak, starts, ends, due, returned, refreshes)
with span as (
  select r.tenant_id, r.run_id, r.loonheffingennummer, r.as_of, t.tijdvak, t.starts, t.ends, t.due
    from reconciliation.run r, unnest($2::text[], $3::date[], $4::date[], $5::date[]) as t (tijdvak, starts, ends, due)
   where r.run_id = $1
), answered as (
  select p.tijdvak, p.regular
    from span s
    join payroll.published_block p
      on p.tenant_id = s.tenant_id and p.loonheffingennummer = s.loonheffingennummer and p.tijdvak = s.tijdvak
     and p.known_from <= s.as_of
)
select s.tenant_id, s.run_id, s.tijdvak, s.starts, s.ends, s.due,
       exists (select from answered a
                where a.tijdvak = s.tijdvak
                  and (a.regular or not exists (select from answered any_regular where any_regular.regular))),
       (select count(*)
          from register.published_list(left(s.loonheffingennummer, 9), s.as_of) l
         where l.loonheffingennummer = s.loonheffingennummer and l.peildatum >= s.starts)
  from span s;
