-- /money/accounts/{number}
SELECT number::text FROM payments.account
WHERE synthetic AND purpose = 'CHARGES' ORDER BY number LIMIT 1
