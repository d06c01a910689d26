-- name: countBlocks
-- $1 tenant, $2 upload, $3 message: what each of its blocks says in all.
update payroll.block b
   set relationships = s.relationships, withdrawals = s.withdrawals, verloonde_uren = s.verloonde_uren
  from (select block, count(*) filter (where not withdrawn) as relationships,
               count(*) filter (where withdrawn) as withdrawals, coalesce(sum(verloonde_uren), 0) as verloonde_uren
          from payroll.staged
         where tenant_id = $1 and upload_id = $2
         group by block) s
 where b.tenant_id = $1 and b.message_id = $3 and b.position = s.block;
