-- What two organisations share tells both: the other one reads the event too.
alter table outbox.event add counterparty_id uuid, add check (counterparty_id <> tenant_id);
create policy counterparty on outbox.event for select
  using (counterparty_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
create index on outbox.event (event_id);

-- Who is to number an event is put down for both, and one of them writes it: so this is a table over all tenants, with no
-- policy. It holds nothing but ids, and the app role has no right to it: a trigger fills it, and the functions below
-- read and empty it for the tenant that is set.
alter table outbox.unnumbered rename column tenant_id to tenant;
alter table outbox.unnumbered no force row level security;
alter table outbox.unnumbered disable row level security;
drop policy tenant on outbox.unnumbered;
revoke all on outbox.unnumbered from banenschakel_app;

create function outbox.await_numbers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into outbox.unnumbered (tenant, event_id)
  select r.tenant, new.event_id
    from unnest(array[new.tenant_id, new.counterparty_id]) as r (tenant)
   where r.tenant is not null;
  return null;
end;
$$;
create trigger await_numbers after insert on outbox.event for each row execute function outbox.await_numbers();

create function outbox.has_unnumbered() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from outbox.unnumbered where tenant = nullif(current_setting('app.tenant', true), '')::uuid)
$$;

-- Takes events that have no number, and tells when they were written down: in one statement, so that what is taken is there
-- to be read.
create function outbox.take_unnumbered(p_count integer) returns table (event_id uuid, logged_at timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with taken as (
    delete from outbox.unnumbered u
     where u.tenant = nullif(current_setting('app.tenant', true), '')::uuid
       and u.event_id in (
         select o.event_id from outbox.unnumbered o
          where o.tenant = nullif(current_setting('app.tenant', true), '')::uuid
          order by o.event_id limit p_count)
    returning u.event_id)
  select t.event_id, e.logged_at from taken t join outbox.event e on e.event_id = t.event_id
$$;
grant execute on function outbox.has_unnumbered(), outbox.take_unnumbered(integer) to banenschakel_app;

-- Which version of which agreement governed a statement when it was taken in, and on which of its days.
create table statement.governing (
  tenant_id uuid not null,
  statement_id uuid not null,
  counterparty_id uuid,
  agreement_id uuid not null,
  version integer not null check (version > 0),
  first_day date not null,
  last_day date not null,
  primary key (tenant_id, statement_id, agreement_id, version),
  foreign key (tenant_id, statement_id) references statement.statement,
  check (first_day <= last_day)
);
select tenancy.share('statement.governing');
create index on statement.governing (statement_id);
revoke update, delete on statement.governing from banenschakel_app;
