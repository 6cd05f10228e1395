-- What is done on the command line of the installation is done by nobody who signs in: who may do it, and how much, and what signs.
ALTER TABLE operator_audit ALTER COLUMN operator_id DROP NOT NULL;
ALTER TABLE operator_audit ADD CONSTRAINT operator_audit_names_who_did_it
  CHECK (operator_id IS NOT NULL OR operator_email = 'command line');
