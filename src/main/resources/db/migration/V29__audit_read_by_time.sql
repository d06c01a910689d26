-- The audit is read by time, newest first: of all operations, or of one.
create index on audit.line (tenant_id, logged_at, line_id);
create index on audit.line (tenant_id, operation, logged_at, line_id);
drop index audit.line_tenant_id_operation_line_id_idx;
