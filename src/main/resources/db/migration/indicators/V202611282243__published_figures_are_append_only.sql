SELECT ground.append_only('indicators.figure');
SELECT ground.append_only('indicators.report_figure');
SELECT ground.append_only('indicators.statement_fact');
SELECT ground.append_only('indicators.submission_step');

-- A rebuild of the sums puts new tables in the place of the old, which only their owner can: these three do just that,
-- for the application's role, inside its transaction.
CREATE FUNCTION indicators.begin_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = indicators, pg_catalog, pg_temp AS $$
BEGIN
    CREATE TABLE indicators.roll_up_next (LIKE indicators.roll_up INCLUDING ALL EXCLUDING INDEXES);
    CREATE TABLE indicators.state_next (LIKE indicators.state INCLUDING ALL EXCLUDING INDEXES);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON indicators.roll_up_next, indicators.state_next TO %I',
        session_user);
END $$;

-- Keys come last: sorting all of them once is quicker than finding the place of each.
CREATE FUNCTION indicators.complete_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = indicators, pg_catalog, pg_temp AS $$
BEGIN
    ALTER TABLE indicators.roll_up_next ADD PRIMARY KEY
        (grain, start, kind, unit, facets, provenance, synthetic);
    ALTER TABLE indicators.state_next ADD PRIMARY KEY
        (kind, unit, facets, subject, synthetic, day, provenance);
    ANALYZE indicators.roll_up_next;
    ANALYZE indicators.state_next;
END $$;

CREATE FUNCTION indicators.swap_rebuilt() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = indicators, pg_catalog, pg_temp AS $$
BEGIN
    DROP TABLE indicators.roll_up;
    DROP TABLE indicators.state;
    ALTER TABLE indicators.roll_up_next RENAME TO roll_up;
    ALTER TABLE indicators.state_next RENAME TO state;
    ALTER INDEX indicators.roll_up_next_pkey RENAME TO roll_up_pkey;
    ALTER INDEX indicators.state_next_pkey RENAME TO state_pkey;
END $$;
REVOKE ALL ON FUNCTION indicators.begin_rebuild(), indicators.complete_rebuild(), indicators.swap_rebuilt() FROM PUBLIC;
