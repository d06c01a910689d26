-- The least that has to be done: hours with register and contracts, per person and tijdvak, added up.
select count(*), sum(verloonde_uren), sum(expected)
  from (select w.person_id, w.tijdvak, sum(w.verloonde_uren) as verloonde_uren,
               sum(c.hours_per_week * (b.ends - b.starts + 1)) / 7 as expected
          from payroll.relationship w
          join payroll.block b on b.tenant_id = w.tenant_id and b.message_id = w.message_id
          join register.listing l on l.tenant_id = w.tenant_id and l.person_id = w.person_id
          join employment.contract c
            on c.tenant_id = w.tenant_id and c.person_id = w.person_id and c.known_until = 'infinity'
         where w.tenant_id = :tenant and w.known_until = 'infinity' and not w.withdrawn
           and c.start_date <= b.ends and coalesce(c.end_date, 'infinity') >= b.starts
         group by w.person_id, w.tijdvak) per_person;
