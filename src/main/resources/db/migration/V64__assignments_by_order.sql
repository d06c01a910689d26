-- A statement may name the receiver's order instead of the assignment.
create index on statement.assignment (tenant_id, purchase_order) where purchase_order is not null;
