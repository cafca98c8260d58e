-- /money/accounts/{number}/days/{day}
SELECT number::text, '2022-08-06' FROM payments.account
WHERE synthetic AND purpose = 'CHARGES' ORDER BY number LIMIT 1

-- /money/accounts/{number}/statements/{id}: no record
