SELECT ground.append_only('facts.fact');
-- The application's role may not alter the table, and must call it at every start.
ALTER FUNCTION facts.adopt_cluster() SECURITY DEFINER SET search_path = facts, pg_catalog, pg_temp;
