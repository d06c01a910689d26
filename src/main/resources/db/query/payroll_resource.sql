-- name: listMessages
-- $1 loonheffingennummer or null, $2 tijdvak or null, $3 as of, $4 the message after which to go on, or null, $5 how
-- many. A message's id grows with time. A row a block.
with page as (
  select m.*
    from payroll.message m
   where ($1::text is null or m.loonheffingennummer = $1)
     and ($2::text is null
          or exists (select from payroll.block b
                      where b.tenant_id = m.tenant_id and b.message_id = m.message_id and b.tijdvak = $2))
     and m.received_at <= $3
     and ($4::uuid is null or m.message_id < $4)
   order by m.message_id desc
   limit $5
)
select m.message_id, m.loonheffingennummer, m.sent_at, m.id_ber, m.upload_id, m.received_at, b.tijdvak, b.kind,
       b.relationships, b.withdrawals, b.verloonde_uren
  from page m
  join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
 order by m.message_id desc, b.position;

-- name: findMessageById
-- $1 message, $2 as of. A row a block.
select m.message_id, m.loonheffingennummer, m.sent_at, m.id_ber, m.upload_id, m.received_at, b.tijdvak, b.kind,
       b.relationships, b.withdrawals, b.verloonde_uren
  from payroll.message m
  join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
 where m.message_id = $1 and m.received_at <= $2
 order by b.position;

-- name: listRelationships
-- $1 loonheffingennummer, $2 tijdvak[] in order, $3 as of, after $4 subject and $5 NumIV of the first tijdvak, $6 how
-- many, $7 message: what it says; or null: what is in force. Each tijdvak is read along the key of the table and no
-- further than the page is long.
select r.*
  from unnest($2::text[]) with ordinality as t (tijdvak, nth)
 cross join lateral (
    select v.tijdvak, v.subject, v.num_iv, v.person_id, v.personnel_number, v.withdrawn, v.verloonde_uren,
           v.contract_hours_per_week, v.premium_wage, v.lkv_requested, v.cd_aard, v.srt_iv, v.message_id,
           not v.withdrawn and (v.known_until > $3::timestamptz or v.known_until = 'infinity') as in_force
      from payroll.relationship v
     where v.loonheffingennummer = $1 and v.tijdvak = t.tijdvak and v.known_from <= $3
       and (v.subject, v.num_iv) > (case t.nth when 1 then $4::uuid else '00000000-0000-0000-0000-000000000000' end,
                                    case t.nth when 1 then $5::int else -1 end)
       and case when $7::uuid is null
                then not v.withdrawn and (v.known_until > $3 or v.known_until = 'infinity')
                else v.message_id = $7 end
     order by v.subject, v.num_iv
     limit $6) r
 order by t.nth, r.subject, r.num_iv
 limit $6;

-- name: listBlocks
-- $1 loonheffingennummer, $2 as of. A tijdvak that a message spoke of by then.
select b.tijdvak, bool_or(b.kind in ('FULL', 'SUPPLEMENT')) as returned, count(distinct m.message_id) as messages,
       max(m.sent_at) as latest_sent_at
  from payroll.message m
  join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
 where m.loonheffingennummer = $1 and m.received_at <= $2
 group by b.tijdvak;

-- name: sumTijdvakken
-- $1 loonheffingennummer, $2 tijdvak[], $3 first day[], $4 last day[], $5 as of.
select t.tijdvak, s.versions, s.relationships, s.anonymous, s.verloonde_uren,
       exists (select from payroll.control_total c
                where c.loonheffingennummer = $1 and c.tijdvak = t.tijdvak
                  and c.known_from <= $5 and (c.known_until > $5 or c.known_until = 'infinity')
                  and (abs(c.verloonde_uren - s.verloonde_uren) > c.tolerance_hours
                       or coalesce(c.relationships, s.relationships) <> s.relationships)) as total_differs,
       exists (select from employment.published_contract_version c
                where c.loonheffingennummer = $1 and c.start_date <= t.ends and c.end_date >= t.starts
                  and c.known_from <= $5 and (c.known_until > $5 or c.known_until = 'infinity')) as contracts_run
  from unnest($2::text[], $3::date[], $4::date[]) as t (tijdvak, starts, ends)
 cross join lateral (
    select count(*) as versions,
           count(*) filter (where v.in_force) as relationships,
           count(*) filter (where v.in_force and v.person_id is null) as anonymous,
           coalesce(sum(v.verloonde_uren) filter (where v.in_force), 0) as verloonde_uren
      from (select r.person_id, r.verloonde_uren,
                   not r.withdrawn and (r.known_until > $5::timestamptz or r.known_until = 'infinity') as in_force
              from payroll.relationship r
             where r.loonheffingennummer = $1 and r.tijdvak = t.tijdvak and r.known_from <= $5) v) s
 order by t.starts, t.tijdvak;
