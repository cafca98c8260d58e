-- The rights of the role that the application uses (placeholder "application"), set anew at every start by the owner
-- of the tables: it reads and writes rows, adds rows to what is append-only, and changes no table. Nothing happens
-- where one role does both.
DO $$
DECLARE
    app constant text := '${application}';
    found record;
BEGIN
    IF app = '' OR app = current_user THEN RETURN; END IF;
    -- several processes may start at once
    PERFORM pg_advisory_xact_lock(2002);
    FOR found IN SELECT n.nspname FROM pg_namespace n
        WHERE n.nspowner = current_user::regrole AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', found.nspname, app);
        EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', found.nspname, app);
        EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %I TO %I', found.nspname, app);
    END LOOP;
    EXECUTE format('REVOKE EXECUTE ON FUNCTION ground.append_only(regclass) FROM %I', app);
    FOR found IN SELECT c.oid::regclass AS name,
            EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'append_only') AS append_only
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspowner = current_user::regrole
            AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
            AND c.oid <> 'ground.flyway_schema_history'::regclass
    LOOP
        IF found.append_only THEN
            EXECUTE format('GRANT SELECT, INSERT ON %s TO %I', found.name, app);
            EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', found.name, app);
        ELSE
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', found.name, app);
        END IF;
    END LOOP;
END $$;
