-- $1 run. Where each registered person's figures belong. Contract hours go where the contracts of the last day have
-- them. Whoever had contracts in one place has the verloonde uren there; of others the hours of each tijdvak go by
-- contract hours and days in it, in whole hours, what is left over to the largest remainders. The person counts, and
-- hours without a contract belong, where the person has the most contract hours on the last contract day in the
-- period; without a contract in the period, where the contract is that gives the personnel number. Of equals the
-- first in the order of the names.
insert into reconciliation.share
  (tenant_id, run_id, person_id, department, school, cost_centre, people, contract_hours_on_last_day, verloonde_uren)
with run as (
  select * from reconciliation.run where run_id = $1
), contract as materialized (
  select c.person_id, c.personnel_number, c.start_date, c.end_date, c.hours_per_week,
         c.department collate "C" as department, c.school collate "C" as school,
         c.cost_centre collate "C" as cost_centre,
         c.start_date <= run.period_until and c.end_date >= run.period_from as in_period,
         max(least(c.end_date, run.period_until))
           filter (where c.start_date <= run.period_until and c.end_date >= run.period_from)
           over (partition by c.person_id) as last_day
    from run
    join reconciliation.person p on p.tenant_id = run.tenant_id and p.run_id = $1
    join employment.published_contract_known(run.as_of) c
      on c.tenant_id = run.tenant_id and c.loonheffingennummer = run.loonheffingennummer
     and c.person_id = p.person_id
), running as (
  select person_id, department, school, cost_centre, last_day, sum(hours_per_week) as hours_per_week
    from contract
   where last_day between start_date and end_date
   group by person_id, department, school, cost_centre, last_day
), main as (
  (select distinct on (person_id) person_id, department, school, cost_centre
     from running
    order by person_id, hours_per_week desc, department, school, cost_centre)
   union all
  (select distinct on (person_id) person_id, department, school, cost_centre
     from contract
    where last_day is null
    order by person_id, start_date desc, personnel_number collate "C", hours_per_week desc, department, school,
             cost_centre)
), moved as (
  select person_id
    from contract
   where in_period
   group by person_id
  having count(distinct (department, school, cost_centre)) > 1
), weighed as (
  select c.person_id, t.tijdvak, c.department, c.school, c.cost_centre,
         sum(c.hours_per_week * (least(c.end_date, t.ends) - greatest(c.start_date, t.starts) + 1)) as weight
    from moved
    join contract c on c.person_id = moved.person_id
    join reconciliation.run_tijdvak t on t.run_id = $1 and c.start_date <= t.ends and c.end_date >= t.starts
   group by c.person_id, t.tijdvak, c.department, c.school, c.cost_centre
), whole as (
  select w.*, h.verloonde_uren,
         floor(h.verloonde_uren * w.weight / sum(w.weight) over same) as hours,
         sum(w.weight) over same as weights
    from weighed w
    join reconciliation.person_tijdvak h
      on h.run_id = $1 and h.person_id = w.person_id and h.tijdvak = w.tijdvak and h.presence = 'SEEN'
   where w.weight > 0
  window same as (partition by w.person_id, w.tijdvak)
), divided as (
  select person_id, department, school, cost_centre,
         hours + case when row_number() over (
                             partition by person_id, tijdvak
                             order by verloonde_uren * weight - hours * weights desc, department, school, cost_centre)
                           <= verloonde_uren - sum(hours) over (partition by person_id, tijdvak)
                      then 1 else 0 end as hours
    from whole
), part (person_id, department, school, cost_centre, people, contract_hours, hours) as (
  select p.person_id, main.department, main.school, main.cost_centre, 1, 0, p.verloonde_uren - coalesce(d.hours, 0)
    from reconciliation.person p
    left join main on main.person_id = p.person_id
    left join (select person_id, sum(hours) as hours from divided group by person_id) d on d.person_id = p.person_id
   where p.run_id = $1
   union all
  select r.person_id, r.department, r.school, r.cost_centre, 0, r.hours_per_week, 0
    from running r
    join run on run.period_until = r.last_day
   union all
  select person_id, department, school, cost_centre, 0, 0, hours from divided
)
select run.tenant_id, run.run_id, part.person_id, part.department, part.school, part.cost_centre,
       sum(part.people), sum(part.contract_hours), sum(part.hours)
  from run
 cross join part
 group by run.tenant_id, run.run_id, part.person_id, part.department, part.school, part.cost_centre;
