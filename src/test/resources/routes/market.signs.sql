-- /markets/{code}/rounds/{round}
SELECT m.code, r.id::text FROM market.round r JOIN market.market m ON m.id = r.market LIMIT 1

-- /markets/{code}/signs.pdf: no record
