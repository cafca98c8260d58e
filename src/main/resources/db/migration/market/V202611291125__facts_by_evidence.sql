-- The fact that a charge was paid is found by its evidence, as every fact is.
ALTER TABLE market.charge DROP COLUMN paid_fact;
