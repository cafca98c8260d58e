-- An invented round and a real one may have the same name: one key for each kind.
ALTER TABLE indicators.round DROP CONSTRAINT round_period_above_level_name_key;
ALTER TABLE indicators.round ADD UNIQUE (period, synthetic, above, level, name);

-- Lists of an office's rounds, and what is missing of them, by the day they are due.
CREATE INDEX round_by_due ON indicators.round (above, synthetic, due);
