-- About whom the register was asked alone, whatever it answered.
create view register.published_answered with (security_invoker = true) as
  select tenant_id, person_id, answer_id from register.answer;
