-- /markets/{code}
SELECT code FROM market.market WHERE synthetic ORDER BY code LIMIT 1

-- /market/errands/{errand}: not asked
