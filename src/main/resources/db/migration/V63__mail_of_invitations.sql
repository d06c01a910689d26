-- Where somebody who is invited gets the link: of the one that invites alone, as the invitation is.
alter table relation.invitation add column email text;

-- That the message was handed over to the mail server.
create table relation.invitation_mail (
  tenant_id uuid not null,
  invitation_id uuid not null,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, invitation_id),
  foreign key (tenant_id, invitation_id) references relation.invitation
);
select tenancy.isolate('relation.invitation_mail');
revoke update, delete on relation.invitation_mail from banenschakel_app;
