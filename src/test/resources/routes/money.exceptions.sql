-- /money/findings/{account}/{movement}
SELECT account::text, movement::text FROM payments.finding LIMIT 1

-- /money/settlements/{how}: no record
-- /money/held/{id}/original: no record
-- /money/held/{id}/rejected: no record
-- /money/held/{id}/released: no record
-- /money/held/{id}: no record
