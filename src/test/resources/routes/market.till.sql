-- /market/stalls/{id}
SELECT a.stall::text FROM market.acceptance a
JOIN market.trader t ON t.market = a.market AND t.id = a.trader
JOIN identity.account i ON i.id = t.account AND i.username = 'tieuthuong'
WHERE a.to_on IS NULL LIMIT 1

-- /market/stalls/{id}/days/{day}
SELECT a.stall::text, '2022-08-06' FROM market.acceptance a
JOIN market.trader t ON t.market = a.market AND t.id = a.trader
JOIN identity.account i ON i.id = t.account AND i.username = 'tieuthuong'
WHERE a.to_on IS NULL LIMIT 1

-- /market/acts/payments/{id}
SELECT evidence::text FROM facts.fact WHERE kind = 'market.payment-received' LIMIT 1

-- /market/stalls/{id}/hooks/{hook}: no record
-- /market/stalls/{id}/payments: not asked
-- /market/stalls/{id}/sales/{code}: no record
