-- name: insertOrganisation
-- $1 tenant, $2 name, $3 kinds, $4 by whom.
insert into party.organisation (tenant_id, name, kinds, created_by) values ($1, $2, $3, $4);

-- name: insertNumbers
-- $1 tenant, $2 loonheffingennummer[].
insert into party.wage_tax_number (tenant_id, loonheffingennummer)
select $1, n from unnest($2::text[]) as n;

-- name: findOrganisation
select o.tenant_id, o.name, o.kinds, o.created_at,
       array(select n.loonheffingennummer from party.wage_tax_number n
              where n.tenant_id = o.tenant_id order by 1) as numbers
  from party.organisation o
 where o.tenant_id = $1;

-- name: ownsNumber
select from party.wage_tax_number where tenant_id = $1 and loonheffingennummer = $2;
