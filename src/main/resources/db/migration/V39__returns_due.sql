-- The last day on which the wage return of a tijdvak may come: before it is over nothing is missing. Null in runs that
-- were made before this was kept.
alter table reconciliation.run_tijdvak add column due date;
