-- name: one
select 1;

-- name: one
select 2;
