-- name: lockTotals
-- $1 tenant, $2 loonheffingennummer. A return and a total that come at one moment are compared by the later of the two.
-- Before it comes the lock that questions as of a moment wait for (intake.sql, lockSource).
select pg_advisory_xact_lock_shared(hashtextextended('taking effect ' || $1, 0)),
       pg_advisory_xact_lock(hashtextextended('control totals ' || $1 || ' ' || $2, 0));

-- name: totalMoment
-- $1 loonheffingennummer. After all that is known of its returns and totals. Under the lock.
select greatest(
         clock_timestamp(),
         (select max(m.received_at) + interval '1 microsecond'
            from payroll.message m
           where m.loonheffingennummer = $1),
         (select max(greatest(c.known_from, nullif(c.known_until, 'infinity'))) + interval '1 microsecond'
            from payroll.control_total c
           where c.loonheffingennummer = $1)) as moment;

-- name: addControlTotal
-- $1 tenant, $2 id, $3 loonheffingennummer, $4 tijdvak, $5 source, $6 verloonde uren, $7 relationships, $8 tolerance,
-- $9 by whom, $10 message, $11 sent at, $12 IdBer, $13 moment. One that came with a message is known for no time at
-- all when a later message speaks of the tijdvak: that one may come to something else.
insert into payroll.control_total (
  tenant_id, control_total_id, loonheffingennummer, tijdvak, source, verloonde_uren, relationships, tolerance_hours,
  stated_by, message_id, sent_at, id_ber, known_from, known_until)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::timestamp, $12, $13::timestamptz,
       case when exists (select from payroll.message m
                           join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
                          where m.tenant_id = $1 and m.loonheffingennummer = $3 and b.tijdvak = $4
                            and (m.sent_at, m.id_ber) > ($11, $12))
            then $13 else 'infinity' end;

-- name: findControlTotalOf
-- $1 loonheffingennummer, $2 tijdvak, $3 source: the id that it has, or had.
select control_total_id
  from payroll.control_total
 where loonheffingennummer = $1 and tijdvak = $2 and source = $3
 limit 1;

-- name: endControlTotal
-- $1 id, $2 moment.
update payroll.control_total set known_until = $2 where control_total_id = $1 and known_until = 'infinity';

-- name: endTotalsOfMessages
-- $1 loonheffingennummer, $2 tijdvak[], $3 source, $4 sent at, $5 IdBer, $6 moment: those that came with this message
-- or an earlier one of the sender.
update payroll.control_total
   set known_until = $6
 where loonheffingennummer = $1 and tijdvak = any ($2::text[]) and source = $3 and known_until = 'infinity'
   and (sent_at, id_ber) <= ($4::timestamp, $5);

-- name: compareTotals
-- $1 as of, $2 loonheffingennummer or null, $3 tijdvak[] or null, $4 id or null, $5 the id after which to go on, or
-- null, $6 how many. Each total that is known, beside what the returns come to; without any return there is nothing
-- to compare it with.
select c.control_total_id, c.loonheffingennummer, c.tijdvak, c.source, c.verloonde_uren, c.relationships, c.stated_by,
       c.message_id, c.known_from, s.returned, s.verloonde_uren as returned_verloonde_uren,
       s.relationships as returned_relationships,
       s.returned and (abs(c.verloonde_uren - s.verloonde_uren) > c.tolerance_hours
                       or coalesce(c.relationships, s.relationships) <> s.relationships) as differs
  from payroll.control_total c
 cross join lateral (
    select coalesce(sum(r.verloonde_uren), 0) as verloonde_uren, count(r.subject) as relationships,
           exists (select from payroll.message m
                     join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
                    where m.loonheffingennummer = c.loonheffingennummer and b.tijdvak = c.tijdvak
                      and m.received_at <= $1) as returned
      from payroll.relationship r
     where r.loonheffingennummer = c.loonheffingennummer and r.tijdvak = c.tijdvak and not r.withdrawn
       and r.known_from <= $1 and (r.known_until > $1 or r.known_until = 'infinity')) s
 where c.known_from <= $1::timestamptz and (c.known_until > $1 or c.known_until = 'infinity')
   and ($2::text is null or c.loonheffingennummer = $2)
   and ($3::text[] is null or c.tijdvak = any ($3))
   and ($4::uuid is null or c.control_total_id = $4)
   and ($5::uuid is null or c.control_total_id < $5)
 order by c.control_total_id desc
 limit $6;

-- name: findChanges
-- $1 loonheffingennummer, $2 tijdvak[], $3 message, $4 since when it is known: what its tijdvakken come to before and
-- after. Where no other message speaks of a tijdvak, what the message says is all there is: nothing is added up.
select t.tijdvak,
       case when o.others then s.hours_before else 0 end as hours_before,
       case when o.others then s.hours_after else b.verloonde_uren end as hours_after,
       case when o.others then s.relationships_before else 0 end as relationships_before,
       case when o.others then s.relationships_after else b.relationships end as relationships_after,
       case when o.others then s.changed else b.relationships > 0 end as changed
  from unnest($2::text[]) with ordinality as t (tijdvak, nth)
 cross join lateral (
    select exists (select from payroll.message m
                     join payroll.block k on k.tenant_id = m.tenant_id and k.message_id = m.message_id
                    where m.loonheffingennummer = $1 and k.tijdvak = t.tijdvak and m.message_id <> $3) as others) o
 cross join lateral (
    select coalesce(sum(k.verloonde_uren), 0)::bigint as verloonde_uren,
           coalesce(sum(k.relationships), 0)::bigint as relationships
      from payroll.block k
     where k.message_id = $3 and k.tijdvak = t.tijdvak) b
 cross join lateral (
    select coalesce(sum(v.verloonde_uren) filter (where v.before), 0) as hours_before,
           coalesce(sum(v.verloonde_uren) filter (where v.after), 0) as hours_after,
           count(*) filter (where v.before) as relationships_before,
           count(*) filter (where v.after) as relationships_after,
           coalesce(bool_or(v.ended or v.begun), false) as changed
      from (select r.verloonde_uren,
                   not r.withdrawn and r.known_from < $4 and r.known_until >= $4 as before,
                   not r.withdrawn and r.known_until = 'infinity' as after,
                   r.known_from < $4 and r.known_until = $4 as ended,
                   r.known_from = $4 and r.known_until = 'infinity' as begun
              from payroll.relationship r
             where o.others and r.loonheffingennummer = $1 and r.tijdvak = t.tijdvak
               and r.known_until >= $4::timestamptz) v) s
 order by t.nth;

-- name: listRunsOver
-- $1 loonheffingennummer, $2 tijdvak[], $3 how many: finished reconciliations over one of these, the newest first. What was
-- known at a moment nothing changes any more.
select r.run_id
  from reconciliation.published_run r
 where r.loonheffingennummer = $1 and r.as_of is null
   and exists (select from reconciliation.published_tijdvak t
                where t.tenant_id = r.tenant_id and t.run_id = r.run_id and t.tijdvak = any ($2::text[]))
 order by r.run_id desc
 limit $3;
