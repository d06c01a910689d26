-- What makes the merge of a big delivery cheap. PostgreSQL is told how many rows a delivery has before it plans the
-- statements over them, and contracts are numbered by their parts only where they have any.

-- Statistics are kept in a table of the catalog, which is logged: of staging they may tell how many rows a delivery
-- has and nothing of what is in it, also when autovacuum takes them.
do $$
declare
  staged record;
begin
  for staged in
    select c.oid::regclass as name, a.attname as attribute
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relpersistence = 'u' and a.attname not in ('tenant_id', 'upload_id')
       and n.nspname in ('intake', 'person', 'register', 'employment', 'payroll')
  loop
    execute format('alter table %s alter column %I set statistics 0', staged.name, staged.attribute);
  end loop;
end;
$$;

-- Each counts the rows of its staging table by tenant and delivery; not while somebody else does. With the rights of
-- the owner: the right to count a table is one to do more with it.
create function person.count_staged() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze (skip_locked) person.staged (tenant_id, upload_id);
end;
$$;
grant execute on function person.count_staged() to banenschakel_app;

create function employment.count_staged() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze (skip_locked) employment.staged (tenant_id, upload_id);
end;
$$;
grant execute on function employment.count_staged() to banenschakel_app;

create function payroll.count_staged() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  analyze (skip_locked) payroll.staged (tenant_id, upload_id);
end;
$$;
grant execute on function payroll.count_staged() to banenschakel_app;

drop view employment.delivered;

-- What a delivery says, in persons. Parts that start on one day are numbered by what they say, so that the order of
-- the lines does not matter; the parts of a contract share its first line. Few contracts have more than one part, and
-- those without a contract number have one: a second line for them is a mistake.
create function employment.delivered(tenant uuid, delivery uuid)
returns table (
  line integer, contract_key text, start_date date, part smallint, first_line integer, person_id uuid,
  personnel_number text, contract_number text, end_date date, hours_per_week numeric, expected_registered boolean,
  department text, school text, cost_centre text)
language sql stable as $$
  with of_parts as materialized (
    select s.contract_key
      from employment.staged s
     where s.tenant_id = tenant and s.upload_id = delivery and s.contract_number is not null
     group by s.contract_key
    having count(*) > 1
  )
  select s.line, s.contract_key, s.start_date, 0::smallint, s.line, p.person_id, s.personnel_number,
         s.contract_number, s.end_date, s.hours_per_week, s.expected_registered, s.department, s.school,
         s.cost_centre
    from employment.staged s
    join person.published_person p on p.tenant_id = s.tenant_id and p.blind_index = s.blind_index
   where s.tenant_id = tenant and s.upload_id = delivery
     and s.contract_key not in (select k.contract_key from of_parts k)
   union all
  select s.line, s.contract_key, s.start_date,
         (row_number() over (
            partition by s.contract_key, s.start_date
            order by s.end_date nulls last, s.hours_per_week, s.personnel_number collate "C", p.person_id,
                     s.expected_registered, s.department collate "C", s.school collate "C",
                     s.cost_centre collate "C", s.line) - 1
         )::smallint,
         min(s.line) over (partition by s.contract_key),
         p.person_id, s.personnel_number, s.contract_number, s.end_date, s.hours_per_week, s.expected_registered,
         s.department, s.school, s.cost_centre
    from employment.staged s
    join person.published_person p on p.tenant_id = s.tenant_id and p.blind_index = s.blind_index
   where s.tenant_id = tenant and s.upload_id = delivery
     and s.contract_key in (select k.contract_key from of_parts k)
$$;
grant execute on function employment.delivered(uuid, uuid) to banenschakel_app;
