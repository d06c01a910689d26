-- A statement may come in a form that leaves out to which assignment its hours belong: it is taken in, and stands alone.
alter table statement.document
  alter column assignment_owner drop not null,
  alter column assignment_reference drop not null,
  add check ((assignment_owner is null) = (assignment_reference is null));
