-- What people ask about their own data, and what the data protection officer answered.
CREATE TABLE identity.data_request (
    account uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('SEE', 'CORRECT', 'DELETE', 'RESTRICT', 'OBJECT', 'EXPORT')),
    unit text NOT NULL CHECK (length(unit) <= 35 AND unit ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$'),
    synthetic boolean NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    made_at timestamptz NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    done boolean,
    answer text CHECK (length(answer) BETWEEN 1 AND 2000),
    -- what was deleted, a line for each purpose: "identity.account 1"
    deleted text[],
    answered_at timestamptz,
    answered_by uuid,
    PRIMARY KEY (account, id),
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)
        AND (answer IS NULL) = (done IS NULL)),
    CHECK (deleted IS NULL OR kind = 'DELETE' AND done)
);
CREATE INDEX data_request_id ON identity.data_request (id);
CREATE INDEX data_request_open ON identity.data_request (unit, id) WHERE answer IS NULL;

-- What was gathered for somebody, sealed, for some days.
CREATE TABLE identity.data_export (
    account uuid NOT NULL,
    request uuid NOT NULL,
    sealed bytea NOT NULL,
    made_at timestamptz NOT NULL,
    until timestamptz NOT NULL CHECK (until > made_at),
    PRIMARY KEY (account, request)
);
CREATE INDEX data_export_until ON identity.data_export (until);
