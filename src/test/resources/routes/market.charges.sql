-- /market/charges/{id}
SELECT c.id::text FROM market.charge c
JOIN market.trader t ON t.market = c.market AND t.id = c.trader
JOIN identity.account i ON i.id = t.account AND i.username = 'tieuthuong'
ORDER BY c.paid_on NULLS FIRST LIMIT 1

-- /market/acts/charges/{id}
SELECT evidence::text FROM facts.fact WHERE kind = 'market.charge-due' LIMIT 1

-- /markets/{code}/charges/{month}/{kind}
SELECT m.code, to_char(c.month, 'YYYY-MM'), c.kind
FROM market.charge c JOIN market.market m ON m.id = c.market
WHERE c.paid_on IS NULL AND c.cancelled_on IS NULL LIMIT 1

-- /markets/{code}/reminders: no record
-- /markets/{code}/reminders/new: no record
-- /markets/{code}/reminders/{id}: no record
-- /markets/{code}/reminders/{id}/notices.pdf: no record
-- /markets/{code}/reminders/{id}/phones: no record
