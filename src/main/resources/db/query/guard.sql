-- What must not be so when the gateway starts. Each statement gives one row per problem: the object it is
-- about and a sentence. Asked as the app's own role, which may read the catalog but no data. Schemas of
-- PostgreSQL and of Flyway do not count.

-- name: powersOfTheAppRole
select r.rolname::text as object, 'the app role ' || r.rolname || ' ' || p.power as problem
  from pg_roles r
 cross join lateral (values (r.rolsuper, 'is superuser'),
                            (r.rolbypassrls, 'bypasses row-level security'),
                            (r.rolcreaterole, 'may create roles'),
                            (r.rolcreatedb, 'may create databases'),
                            (r.rolreplication, 'may replicate')) as p (has, power)
 where r.rolname = current_user and p.has;

-- name: membershipsOfTheAppRole
-- Through any number of roles in between.
select r.rolname::text as object, 'the app role is a member of ' || r.rolname as problem
  from pg_roles r
 where r.rolname <> current_user
   and pg_has_role(current_user, r.oid, 'member')
   and (r.rolname in ('banenschakel_owner', 'banenschakel_migrator') or r.rolname like 'pg\_%'
        or r.rolsuper or r.rolbypassrls or r.rolcreaterole);

-- name: possessionsOfTheAppRole
select d.described as object, 'the app role owns ' || d.described as problem
  from (select pg_describe_object(s.classid, s.objid, s.objsubid) as described
          from pg_shdepend s
         where s.deptype = 'o' and s.refclassid = 'pg_authid'::regclass
           and s.refobjid = (select oid from pg_roles where rolname = current_user)
           and s.dbid in (0, (select oid from pg_database where datname = current_database()))) as d;

-- name: loginOfTheOwner
select 'banenschakel_owner' as object,
       case when count(*) = 0 then 'there is no role banenschakel_owner'
            else 'the role banenschakel_owner can log in' end as problem
  from pg_roles
 where rolname = 'banenschakel_owner'
having count(*) = 0 or bool_or(rolcanlogin);

-- name: unprotectedTables
select t.name as object, 'the table ' || t.name || ' ' || p.lack as problem
  from (select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity, c.relforcerowsecurity
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
           and exists (select from pg_attribute a
                        where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)) as t
 cross join lateral (values (t.relrowsecurity, 'has no row-level security'),
                            (t.relforcerowsecurity, 'does not force row-level security upon its owner'),
                            (exists (select from pg_policy p where p.polrelid = t.oid), 'has no policy')) as p (held, lack)
 where not p.held;

-- name: looseTenantPolicies
-- Permissive policies add up: one more that shows everything undoes tenancy.isolate, whose one policy this
-- is, as PostgreSQL writes it back. It writes an alias or none, from version to version. tenancy.share adds one
-- by which the counterparty reads.
with policy as (
  select p.polname, format('%I.%I', n.nspname, c.relname) as name,
         p.polpermissive and p.polcmd = '*' and p.polroles = array[0]::oid[]
           and w.who = '(tenant_id = ( SELECT (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid))'
           and (p.polwithcheck is null
                or pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)) as isolates,
         p.polpermissive and p.polcmd = 'r' and p.polroles = array[0]::oid[]
           and w.who
               = '(counterparty_id = ( SELECT (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid))'
           as shares
    from pg_policy p
   cross join lateral (
     select regexp_replace(pg_get_expr(p.polqual, p.polrelid), ' AS "?nullif"?', '') as who) w
    join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace
   where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
     and exists (select from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
select name as object, format('the policy %I of %s does not keep tenants apart', polname, name) as problem
  from policy
 where isolates is not true and shares is not true
union all
select name, format('the table %s has %s policies instead of one', name, count(*))
  from policy
 where shares is not true
 group by name
having count(*) > 1
union all
select name, format('the table %s is shared and not isolated', name)
  from policy
 group by name
having not bool_or(isolates is true) and bool_or(shares is true);

-- name: tablesWithoutTenant
select format('%I.%I', n.nspname, c.relname) as object,
       format('the table %I.%I has no tenant_id and is not known to be without', n.nspname, c.relname) as problem
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
   and not exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped);

-- name: openTablesWithoutTenant
-- What belongs to no tenant is behind functions: a policy cannot keep it apart.
select format('%I.%I', n.nspname, c.relname) as object,
       format('the app role may touch %I.%I, which has no tenant_id', n.nspname, c.relname) as problem
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
   and not exists (select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
   and (has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(c.oid, 'select, insert, update, references'));

-- name: definerFunctions
-- They see what their owner sees: each is known here by name.
select format('%I.%I', n.nspname, f.proname) as object,
       format('the app role may run %I.%I with the rights of its owner', n.nspname, f.proname) as problem
  from pg_proc f
  join pg_namespace n on n.oid = f.pronamespace
 where f.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
   and has_function_privilege(f.oid, 'execute');

-- name: looseDefinerFunctions
-- Whoever could choose where it looks for names could have it run something else.
select format('%I.%I', n.nspname, f.proname) as object,
       format('the function %I.%I %s', n.nspname, f.proname, p.lack) as problem
  from pg_proc f
  join pg_namespace n on n.oid = f.pronamespace
  join pg_roles r on r.oid = f.proowner
 cross join lateral (values ('search_path=pg_catalog, pg_temp' = any (coalesce(f.proconfig, '{}')),
                             'does not fix its search_path to pg_catalog, pg_temp'),
                            (r.rolname = 'banenschakel_owner', 'does not belong to banenschakel_owner')) as p (held, lack)
 where f.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
   and not p.held;

-- name: keysWithoutTenant
-- Primary keys, unique constraints and unique indexes: one that does not begin with the tenant lets one
-- tenant's insert tell of another's row. What two share has keys that hold for the rows of both; they begin with the
-- id of what is shared, which nobody else knows. The counterparty's own id is known to all who share with it.
select format('%I.%I', n.nspname, i.relname) as object,
       format('the key %I.%I of %I does not begin with tenant_id', n.nspname, i.relname, c.relname) as problem
  from pg_index x
  join pg_class i on i.oid = x.indexrelid
  join pg_class c on c.oid = x.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
 where x.indisunique and x.indkey[0] <> t.attnum
   and not (exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'counterparty')
            and exists (select from pg_attribute a
                         where a.attrelid = c.oid and a.attnum = x.indkey[0] and a.atttypid = 'uuid'::regtype
                           and a.attname <> 'counterparty_id'))
   and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway');

-- name: viewsWithTheirOwnersRights
select format('%I.%I', n.nspname, c.relname) as object,
       format(case c.relkind when 'm' then 'the materialized view %I.%I cannot have row-level security'
                             else 'the view %I.%I does not ask with the rights of who reads it (security_invoker)' end,
              n.nspname, c.relname) as problem
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
   and not exists (select from unnest(c.reloptions) as o (setting)
                    where c.relkind = 'v'
                      and o.setting in ('security_invoker=true', 'security_invoker=on', 'security_invoker=1'));

-- name: possessionsOfOthers
select format('%I.%I', n.nspname, c.relname) as object,
       format('%I.%I belongs to %I and not to banenschakel_owner', n.nspname, c.relname, r.rolname) as problem
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_roles r on r.oid = c.relowner
 where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and r.rolname <> 'banenschakel_owner';
