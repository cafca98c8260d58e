-- Whom the platform believes about signatures, and the signatures that it made itself.
CREATE SCHEMA signing;

CREATE TABLE signing.trust_anchor (
    id uuid PRIMARY KEY,
    certificate bytea NOT NULL CHECK (length(certificate) BETWEEN 100 AND 20000),
    sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    document text NOT NULL CHECK (length(document) BETWEEN 3 AND 300),
    state text COLLATE "C" NOT NULL CHECK (state IN ('PROPOSED', 'TRUSTED', 'RETIRING', 'RETIRED', 'REJECTED')),
    -- the demonstration's own; nobody real stands behind it
    synthetic boolean NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (state NOT IN ('PROPOSED', 'RETIRING') OR decided_by IS NULL),
    CHECK (state NOT IN ('TRUSTED', 'RETIRED') OR decided_by IS NOT NULL),
    -- four eyes; who asked may take it back
    CHECK (synthetic OR state NOT IN ('TRUSTED', 'RETIRED') OR decided_by <> asked_by)
);
COMMENT ON COLUMN signing.trust_anchor.asked_by IS 'who asked for the latest change: to trust it, or to retire it';
COMMENT ON COLUMN signing.trust_anchor.decided_by IS 'who confirmed or refused that change';
-- A certificate once, unless it was refused or retired.
CREATE UNIQUE INDEX trust_anchor_once ON signing.trust_anchor (sha256) WHERE state IN ('PROPOSED', 'TRUSTED', 'RETIRING');
