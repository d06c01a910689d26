-- name: addFileStatements
-- $1 tenant, $2 upload, $3 statement[].
insert into statement.file_statement (tenant_id, upload_id, position, statement_id)
select $1, $2, s.position, s.id
  from unnest($3::uuid[]) with ordinality as s (id, position);
