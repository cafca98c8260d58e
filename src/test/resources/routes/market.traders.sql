-- /markets/{code}/stalls/{stall}
SELECT m.code, c.stall::text FROM market.contract c JOIN market.market m ON m.id = c.market
WHERE m.synthetic AND c.to_on IS NULL LIMIT 1

-- /markets/{code}/traders/{trader}
SELECT m.code, c.trader::text FROM market.contract c JOIN market.market m ON m.id = c.market
WHERE m.synthetic AND c.to_on IS NULL LIMIT 1
