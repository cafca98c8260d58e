-- A unit may set its own path to a year's target: what is to be reached by the end of the first three quarters. All of
-- them or none; without them the path is straight.
ALTER TABLE indicators.target
    ADD COLUMN by_q1 numeric(20, 6) CHECK (by_q1 >= 0),
    ADD COLUMN by_q2 numeric(20, 6) CHECK (by_q2 >= 0),
    ADD COLUMN by_q3 numeric(20, 6) CHECK (by_q3 >= 0),
    ADD CONSTRAINT target_path_whole CHECK (num_nulls(by_q1, by_q2, by_q3) IN (0, 3)),
    ADD CONSTRAINT target_path_of_year CHECK (by_q1 IS NULL OR length(period) = 4);
