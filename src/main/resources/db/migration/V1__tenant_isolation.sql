-- Every organisation is a tenant. A table with tenant data is made, then isolated: row-level security
-- is enabled and forced, and no tenant set means no rows. Run by the migrator as banenschakel_owner.

alter default privileges grant usage on schemas to banenschakel_app;
alter default privileges grant select, insert, update, delete on tables to banenschakel_app;
alter default privileges revoke execute on functions from public;

create schema tenancy;

-- After a transaction that set it the setting is '' and not null: hence nullif. In a subquery of its own it is
-- read once a statement, and not again for each row.
create function tenancy.isolate(isolated regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', isolated);
  execute format('alter table %s force row level security', isolated);
  execute format(
    'create policy tenant on %s using (tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')::uuid))',
    isolated);
end;
$$;
