-- How many an organisation invites by e-mail in a day has a limit.
create index on relation.invitation (tenant_id, invited_at) where email is not null;
