-- $1 run. A control total of the sender that lies beyond its tolerance from what the wage returns of a tijdvak come
-- to, of every kind of income; the number of relationships must be equal. Two sources that say the same are one.
insert into reconciliation.finding (tenant_id, run_id, code, tijdvak, expected, actual)
select distinct t.tenant_id, t.run_id, 'RETURN_TOTAL_DIFFERS', t.tijdvak, c.verloonde_uren, s.verloonde_uren
  from reconciliation.run r
  join reconciliation.run_tijdvak t on t.tenant_id = r.tenant_id and t.run_id = r.run_id
  join payroll.published_control_total_version c
    on c.tenant_id = r.tenant_id and c.loonheffingennummer = r.loonheffingennummer and c.tijdvak = t.tijdvak
   and c.known_from <= r.as_of and (c.known_until > r.as_of or c.known_until = 'infinity')
 cross join lateral (
    select coalesce(sum(w.verloonde_uren), 0) as verloonde_uren, count(*) as relationships
      from payroll.published_relationship_known(r.as_of) w
     where w.tenant_id = r.tenant_id and w.loonheffingennummer = r.loonheffingennummer and w.tijdvak = t.tijdvak) s
 where r.run_id = $1
   and exists (select from payroll.published_block p
                where p.tenant_id = r.tenant_id and p.loonheffingennummer = r.loonheffingennummer
                  and p.tijdvak = t.tijdvak and p.known_from <= r.as_of)
   and (abs(c.verloonde_uren - s.verloonde_uren) > c.tolerance_hours
        or coalesce(c.relationships, s.relationships) <> s.relationships);
