-- Every room computes its figures from the roll-ups, so they have a schema of their own. Rows, keys and rights go along.
CREATE SCHEMA rollups;
ALTER TABLE indicators.roll_up SET SCHEMA rollups;
ALTER TABLE indicators.subject SET SCHEMA rollups;
ALTER TABLE indicators.state SET SCHEMA rollups;
ALTER TABLE indicators.roll_up_position SET SCHEMA rollups;

DROP FUNCTION indicators.begin_rebuild();
DROP FUNCTION indicators.complete_rebuild();
DROP FUNCTION indicators.swap_rebuilt();

-- A rebuild of the sums puts new tables in the place of the old, which only their owner can: these three do just that,
-- for the application's role, inside its transaction.
CREATE FUNCTION rollups.begin_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = rollups, pg_catalog, pg_temp AS $$
BEGIN
    CREATE TABLE rollups.roll_up_next (LIKE rollups.roll_up INCLUDING ALL EXCLUDING INDEXES);
    CREATE TABLE rollups.state_next (LIKE rollups.state INCLUDING ALL EXCLUDING INDEXES);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON rollups.roll_up_next, rollups.state_next TO %I',
        session_user);
END $$;

-- Keys come last: sorting all of them once is quicker than finding the place of each.
CREATE FUNCTION rollups.complete_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = rollups, pg_catalog, pg_temp AS $$
BEGIN
    ALTER TABLE rollups.roll_up_next ADD PRIMARY KEY
        (grain, start, kind, unit, facets, provenance, synthetic);
    ALTER TABLE rollups.state_next ADD PRIMARY KEY
        (kind, unit, facets, subject, synthetic, day, provenance);
    ANALYZE rollups.roll_up_next;
    ANALYZE rollups.state_next;
END $$;

CREATE FUNCTION rollups.swap_rebuilt() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = rollups, pg_catalog, pg_temp AS $$
BEGIN
    DROP TABLE rollups.roll_up;
    DROP TABLE rollups.state;
    ALTER TABLE rollups.roll_up_next RENAME TO roll_up;
    ALTER TABLE rollups.state_next RENAME TO state;
    ALTER INDEX rollups.roll_up_next_pkey RENAME TO roll_up_pkey;
    ALTER INDEX rollups.state_next_pkey RENAME TO state_pkey;
END $$;
REVOKE ALL ON FUNCTION rollups.begin_rebuild(), rollups.complete_rebuild(), rollups.swap_rebuilt() FROM PUBLIC;
