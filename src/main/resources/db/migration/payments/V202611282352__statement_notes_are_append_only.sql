-- What was left out of a statement is said once.
SELECT ground.append_only('payments.statement_note');
