-- name: One!
select 2;
