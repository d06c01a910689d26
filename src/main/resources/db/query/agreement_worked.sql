-- name: listGroups
-- $1 relation, $2 first day, $3 last day: how many people have as many hours that count, in whole hours of which a year has
-- no more than 8,784.
select least(round(p.counting), 8784)::integer as hours, count(*)::integer as persons, sum(p.counting) as counting,
       sum(p.unmapped) as unmapped, sum(p.confirmed) as confirmed
  from (
    select coalesce(sum(l.hours) filter (where l.verdict = 'COUNTS'), 0) as counting,
           coalesce(sum(l.hours) filter (where l.verdict = 'TO_MAP'), 0) as unmapped,
           coalesce(sum(c.hours) filter (where l.verdict = 'COUNTS'), 0) as confirmed
      from statement.published_standing_line l
      left join statement.published_confirmed_line c
        on c.relation_id = l.relation_id and c.statement_id = l.statement_id and c.position = l.position
     where l.relation_id = $1 and l.last_day between $2 and $3
     group by l.pseudonym) p
 group by 1
 order by 1;

-- name: averageWeek
-- $1 relation, $2 today: over the days that were stated, of the 52 weeks until the last of them; of a line that
-- began before those the part that lies within.
with stated as (
  select l.first_day, l.last_day, l.hours, l.verdict, max(l.last_day) over () - 364 as before
    from statement.published_standing_line l
   where l.relation_id = $1 and l.last_day <= $2 and l.last_day > $2 - 2 * 364)
select round(sum(s.hours * (s.last_day - greatest(s.first_day - 1, s.before)) / (s.last_day - s.first_day + 1))
               filter (where s.verdict = 'COUNTS') * 7
             / (max(s.last_day) - greatest(min(s.first_day) - 1, min(s.before))), 2) as hours_per_week
  from stated s
 where s.last_day > s.before;
