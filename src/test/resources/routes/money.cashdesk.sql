-- /money/receipts/{id}
SELECT id::text FROM payments.cash_receipt LIMIT 1
