-- $1 run. Jobs: hours divided by the hours of one job (Besluit Wfsv 2.32), four decimals, half up.
update reconciliation.run r
   set register_lines = coalesce(list.lines, 0),
       register_peildatum = list.peildatum,
       register_age_days = list.age_days,
       verloonde_uren_all = paid.counted,
       verloonde_uren_wsw = paid.wsw,
       verloonde_uren_registered = registered.verloonde_uren,
       contract_hours_per_week_registered = registered.hours_per_week,
       jobs_year = round(registered.verloonde_uren / r.hours_per_job_year, 4),
       jobs_week = round(registered.hours_per_week / r.hours_per_job_week, 4)
  from reconciliation.run this
  left join lateral (
    select s.lines, s.peildatum,
           (least(this.as_of, this.started_at) at time zone 'Europe/Amsterdam')::date - s.peildatum as age_days
      from register.published_list(left(this.loonheffingennummer, 9), this.as_of) s
     where s.loonheffingennummer = this.loonheffingennummer
     order by s.peildatum desc
     limit 1) list on true
 cross join lateral (
    select coalesce(sum(w.verloonde_uren) filter (where w.srt_iv = any (this.counted_kinds)), 0) as counted,
           coalesce(sum(w.verloonde_uren) filter (where w.srt_iv = any (this.wsw_kinds)), 0) as wsw
      from reconciliation.run_tijdvak t
      join payroll.published_relationship_known(this.as_of) w
        on w.tenant_id = this.tenant_id and w.loonheffingennummer = this.loonheffingennummer
       and w.tijdvak = t.tijdvak
     where t.tenant_id = this.tenant_id and t.run_id = this.run_id) paid
 cross join lateral (
    select coalesce(sum(p.verloonde_uren), 0) as verloonde_uren,
           coalesce(sum(p.contract_hours_on_last_day), 0) as hours_per_week
      from reconciliation.person p
     where p.tenant_id = this.tenant_id and p.run_id = this.run_id) registered
 where this.run_id = $1 and r.tenant_id = this.tenant_id and r.run_id = this.run_id;
