-- $1 run. Who was on a list, when last, and how many newer lists lack the person. Of two lists with one
-- peildatum the one delivered last speaks.
insert into reconciliation.population (tenant_id, run_id, person_id, last_seen, missed, register_line)
with list as (
  select distinct on (s.peildatum) r.run_id, s.tenant_id, s.snapshot_id, s.peildatum,
         dense_rank() over (order by s.peildatum desc) - 1 as newer
    from reconciliation.run r
    join register.published_snapshot s
      on s.tenant_id = r.tenant_id and s.loonheffingennummer = r.loonheffingennummer
   where r.run_id = $1
   order by s.peildatum, s.delivered_at desc, s.snapshot_id
)
select distinct on (l.person_id) list.tenant_id, list.run_id, l.person_id, list.peildatum, list.newer, l.line
  from list
  join register.published_listing l on l.tenant_id = list.tenant_id and l.snapshot_id = list.snapshot_id
 order by l.person_id, list.peildatum desc;
