-- /work/units/{code}
SELECT unit FROM work.item LIMIT 1

-- /work/chased/{run}: no record
-- /work/delegations/{id}/withdrawn: no record
-- /work/items/{id}: no record
