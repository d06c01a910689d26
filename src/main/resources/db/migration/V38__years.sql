-- The roll-over to a new year: what is open on its 1 January, and what the old year leaves behind. A year is opened
-- once, and refreshed as often as somebody asks: each is an opening, with rows of its own that never change.
create schema year;

create table year.opening (
  tenant_id uuid not null,
  year integer not null,
  -- 1: opened; every refresh is one more
  opening integer not null,
  -- it says what was known at this moment
  as_of timestamptz not null,
  -- the day by which was judged what is due, and what is old
  opened_on date not null,
  opened_by text not null,
  primary key (tenant_id, year, opening)
);
select tenancy.isolate('year.opening');

-- A contract that is open on 1 January, by the part that began last, and the version that says so.
create table year.carried_contract (
  tenant_id uuid not null,
  year integer not null,
  opening integer not null,
  contract_id uuid not null,
  loonheffingennummer text collate "C" not null,
  person_id uuid not null,
  personnel_number text not null,
  start_date date not null,
  part smallint not null,
  -- infinity: no end known
  end_date date not null,
  hours_per_week numeric(5, 2) not null,
  known_from timestamptz not null,
  upload_id uuid not null,
  line integer not null,
  primary key (tenant_id, year, opening, contract_id)
);
select tenancy.isolate('year.carried_contract');

-- What is not carried, or lacks in the new year, with the one reason why.
create table year.left_behind (
  tenant_id uuid not null,
  year integer not null,
  opening integer not null,
  -- the same for the same reason about the same thing, and no value of anybody
  item_id uuid not null,
  reason text collate "C" not null,
  loonheffingennummer text collate "C",
  contract_id uuid,
  person_id uuid,
  personnel_number text,
  tijdvak text collate "C",
  norm text collate "C",
  -- the last or first day that is meant; what it is the reason tells
  day date,
  primary key (tenant_id, year, opening, item_id)
);
select tenancy.isolate('year.left_behind');

-- What was said stays as it was said.
revoke update, delete on year.opening, year.carried_contract, year.left_behind from banenschakel_app;

-- What a row says, as an id: of ids, codes and days only.
create function year.item_id(p_reason text, p_thing text, p_detail text, p_day date) returns uuid
language sql stable as $$
  select encode(substr(sha256(convert_to(
           concat_ws('/', p_reason, p_thing, p_detail, to_char(p_day, 'YYYYMMDD')), 'UTF8')), 1, 16), 'hex')::uuid
$$;
grant execute on function year.item_id(text, text, text, date) to banenschakel_app;

-- Where each version of a contract was delivered.
create or replace view employment.published_contract_version with (security_invoker = true) as
  select tenant_id, loonheffingennummer, source, contract_key, part, person_id, personnel_number, contract_number,
         start_date, coalesce(end_date, 'infinity'::date) as end_date, hours_per_week, expected_registered,
         contract_id, department, school, cost_centre, known_from, known_until, upload_id, line
    from employment.contract;

-- What may be asked of the register for which number until when, as it was known.
create view register.published_mandate with (security_invoker = true) as
  select tenant_id, loonheffingennummer, covers, first_day, last_day, known_from, known_until
    from register.mandate;

-- Which numbers have their list fetched by itself.
create view register.published_schedule with (security_invoker = true) as
  select tenant_id, number_id, active from register.schedule;
