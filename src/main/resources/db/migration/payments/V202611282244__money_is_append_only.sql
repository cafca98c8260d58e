SELECT ground.append_only('payments.movement');
SELECT ground.append_only('payments.transfer');
SELECT ground.append_only('payments.told');
SELECT ground.append_only('payments.cash_receipt');
SELECT ground.append_only('payments.cash_void');
SELECT ground.append_only('payments.statement');
SELECT ground.append_only('payments.statement_line');
SELECT ground.append_only('payments.skipped_message');
