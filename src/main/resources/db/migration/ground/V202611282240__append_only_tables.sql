-- Tables whose rows are never changed: the database itself refuses it, whoever asks. A correction is another row.
-- The trigger runs once a statement and never on INSERT, so that it costs nothing; the application's role has no
-- right to change such a table either (afterMigrate.sql), and is not the owner who could switch the trigger off.
CREATE FUNCTION ground.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: correct a row by adding another one', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

-- For migrations: SELECT ground.append_only('facts.fact');
CREATE FUNCTION ground.append_only(of regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION ground.refuse_change()', of);
END $$;
REVOKE ALL ON FUNCTION ground.append_only(regclass) FROM PUBLIC;
