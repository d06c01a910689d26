-- Mappings of columns are kept for every kind of table that is delivered, and not for contracts alone: they go where
-- deliveries are, with all that was saved, who may see it, and that nobody changes it.
alter table employment.column_mapping set schema intake;

-- as in intake.upload; what was saved so far is of contracts
alter table intake.column_mapping add column kind text collate "C" not null default 'contracts';
alter table intake.column_mapping alter column kind drop default;
alter table intake.column_mapping drop constraint column_mapping_pkey;
alter table intake.column_mapping add primary key (tenant_id, kind, source, version);
