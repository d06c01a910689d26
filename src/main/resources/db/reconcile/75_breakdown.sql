-- $1 run. The registered figures by department, school and cost centre. Jobs are divided in ten-thousandths, what is
-- left over to the largest remainders, of equals the first name: so each column adds up to the total to the last
-- decimal.
insert into reconciliation.breakdown
  (tenant_id, run_id, dimension, value, people, contract_hours_per_week, verloonde_uren, jobs_year, jobs_week)
with figure as (
  select case when grouping(s.department) = 0 then 'DEPARTMENT' when grouping(s.school) = 0 then 'SCHOOL'
              else 'COST_CENTRE' end as dimension,
         coalesce(s.department, s.school, s.cost_centre) as value,
         sum(s.people) as people,
         sum(s.contract_hours_on_last_day) as contract_hours,
         sum(s.verloonde_uren) as verloonde_uren
    from reconciliation.share s
   where s.run_id = $1
   group by grouping sets (s.department, s.school, s.cost_centre)
), unit as (
  select r.tenant_id, r.run_id, f.*,
         10000 * r.jobs_year as year_total, floor(10000 * f.verloonde_uren / r.hours_per_job_year) as year,
         10000 * r.jobs_week as week_total, floor(10000 * f.contract_hours / r.hours_per_job_week) as week,
         r.hours_per_job_year, r.hours_per_job_week
    from reconciliation.run r
   cross join figure f
   where r.run_id = $1
), ranked as (
  select u.*,
         year_total - sum(year) over (partition by dimension) as year_left,
         row_number() over (partition by dimension
                            order by 10000 * verloonde_uren - year * hours_per_job_year desc, value) as year_rank,
         week_total - sum(week) over (partition by dimension) as week_left,
         row_number() over (partition by dimension
                            order by 10000 * contract_hours - week * hours_per_job_week desc, value) as week_rank
    from unit u
)
select tenant_id, run_id, dimension, value, people, contract_hours, verloonde_uren,
       (year + case when year_rank <= year_left then 1 else 0 end) / 10000,
       (week + case when week_rank <= week_left then 1 else 0 end) / 10000
  from ranked;
