-- name: one
-- only a remark
;
