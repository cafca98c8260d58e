-- /money/connections/{id}
SELECT id FROM payments.connection WHERE synthetic LIMIT 1
