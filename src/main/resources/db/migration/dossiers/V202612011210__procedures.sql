CREATE SCHEMA dossiers;

-- What a procedure asks and promises from a day on. What was approved is never changed: on a day the version of the latest
-- beginning is in force, and of one beginning the latest revision; a dossier keeps the version that it was received under.
CREATE TABLE dossiers.procedure_version (
    id uuid PRIMARY KEY,
    -- of the national database of procedures
    code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9]\.[0-9]{6}$'),
    valid_from date NOT NULL CHECK (valid_from BETWEEN '2000-01-01' AND '2100-12-31'),
    revision integer NOT NULL CHECK (revision BETWEEN 1 AND 10000),
    name text NOT NULL CHECK (length(name) BETWEEN 3 AND 300),
    field text NOT NULL CHECK (length(field) BETWEEN 2 AND 100),
    abolished boolean NOT NULL,
    content text NOT NULL CHECK (length(content) BETWEEN 2 AND 100000 AND content IS JSON OBJECT),
    -- the name, folded, by which lists are in order
    name_key text COLLATE "C" NOT NULL CHECK (length(name_key) BETWEEN 1 AND 300),
    -- folded words of name, field and what people call it, for the search
    words text COLLATE "C" NOT NULL CHECK (length(words) <= 3000),
    source text NOT NULL CHECK (length(source) BETWEEN 3 AND 300),
    checked text COLLATE "C" NOT NULL CHECK (checked IN ('READ', 'SECONDARY', 'RECALLED')),
    -- whose editors proposed it
    unit text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'RETURNED')),
    reason text NOT NULL CHECK (length(reason) <= 500),
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    UNIQUE (code, revision),
    CHECK ((state = 'PROPOSED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    -- who brings a version does not put it in force; what a release ships the platform does
    CHECK (decided_by <> proposed_by OR proposed_by = '00000000-0000-0000-0000-000000000000'),
    CHECK (state <> 'RETURNED' OR length(reason) >= 3)
);
COMMENT ON COLUMN dossiers.procedure_version.revision IS 'counts the versions of a procedure, from 1';
CREATE UNIQUE INDEX procedure_version_one_waits ON dossiers.procedure_version (code) WHERE state = 'PROPOSED';
CREATE INDEX procedure_version_in_force ON dossiers.procedure_version (code, valid_from DESC, revision DESC)
    WHERE state = 'APPROVED';
CREATE INDEX procedure_version_by_name ON dossiers.procedure_version (name_key, code) WHERE state = 'APPROVED';
CREATE INDEX procedure_version_words ON dossiers.procedure_version USING gin ((' ' || words) public.gin_trgm_ops);
CREATE INDEX procedure_version_latest ON dossiers.procedure_version (proposed_at DESC, id DESC);

CREATE FUNCTION dossiers.keep_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.state <> 'PROPOSED'
        OR ROW (NEW.id, NEW.code, NEW.valid_from, NEW.revision, NEW.name, NEW.field, NEW.abolished, NEW.content,
            NEW.proposed_by, NEW.proposed_at)
        IS DISTINCT FROM ROW (OLD.id, OLD.code, OLD.valid_from, OLD.revision, OLD.name, OLD.field, OLD.abolished,
            OLD.content, OLD.proposed_by, OLD.proposed_at)
    THEN RAISE EXCEPTION 'a version of a procedure is decided on once and never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_decided BEFORE UPDATE OR DELETE ON dossiers.procedure_version
    FOR EACH ROW EXECUTE FUNCTION dossiers.keep_decided();
