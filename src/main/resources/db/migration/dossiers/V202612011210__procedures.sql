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
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    UNIQUE (code, revision),
    UNIQUE (id, proposed_by)
);
COMMENT ON COLUMN dossiers.procedure_version.revision IS 'counts the versions of a procedure, from 1';
CREATE INDEX procedure_version_in_force ON dossiers.procedure_version (code, valid_from DESC, revision DESC);
CREATE INDEX procedure_version_by_name ON dossiers.procedure_version (name_key, code);
CREATE INDEX procedure_version_words ON dossiers.procedure_version USING gin ((' ' || words) public.gin_trgm_ops);
CREATE INDEX procedure_version_latest ON dossiers.procedure_version (proposed_at DESC, id DESC);
SELECT ground.append_only('dossiers.procedure_version');

-- What became of a version; one without a decision waits.
CREATE TABLE dossiers.procedure_decision (
    version uuid PRIMARY KEY,
    proposed_by uuid NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('APPROVED', 'RETURNED')),
    reason text NOT NULL CHECK (length(reason) <= 500),
    -- who brings a version does not put it in force; what a release ships the platform does
    decided_by uuid NOT NULL
        CHECK (decided_by <> proposed_by OR proposed_by = '00000000-0000-0000-0000-000000000000'),
    decided_at timestamptz NOT NULL,
    CHECK (state <> 'RETURNED' OR length(reason) >= 3),
    FOREIGN KEY (version, proposed_by) REFERENCES dossiers.procedure_version (id, proposed_by)
);
SELECT ground.append_only('dossiers.procedure_decision');
