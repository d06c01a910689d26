-- What a message says in all comes with its rows: nobody counts it afterwards.
revoke update (relationships, withdrawals, verloonde_uren) on payroll.block from banenschakel_app;

-- Every delivery looks for those of its kind that nobody sends any more, among years of results.
create index on intake.upload (tenant_id, kind) where state in ('WAITING', 'RECEIVING');
