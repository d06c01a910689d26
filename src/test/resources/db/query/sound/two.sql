-- About this file.

-- name: first
-- $1 anything.
select $1::text
  -- in between
 as it;

-- name: second
select 2;
