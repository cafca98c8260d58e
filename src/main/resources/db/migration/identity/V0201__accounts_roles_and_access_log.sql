CREATE TABLE identity.account (
    id uuid PRIMARY KEY,
    -- lower case only, so that unique is unique whatever the case typed
    username text NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120 AND name = btrim(name)),
    -- none until its owner has set one by a reset link
    password text CHECK (password LIKE '$argon2id$%'),
    -- goes up with each new password; a session of an older one is a stranger's
    secret_no integer NOT NULL DEFAULT 1 CHECK (secret_no > 0),
    must_change boolean NOT NULL DEFAULT false,
    disabled boolean NOT NULL DEFAULT false,
    synthetic boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1 CHECK (version > 0)
);

-- Never deleted: a revoked role has its end set.
CREATE TABLE identity.role_grant (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES identity.account (id),
    role text NOT NULL
        CHECK (role IN ('LEADER', 'STEERING_OFFICE', 'REPORTER', 'REVIEWER', 'AUDITOR', 'ADMINISTRATOR')),
    unit text NOT NULL CHECK (length(unit) <= 35 AND unit ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$'),
    from_at timestamptz NOT NULL,
    until_at timestamptz CHECK (until_at >= from_at),
    -- null: by the platform itself
    granted_by uuid REFERENCES identity.account (id),
    revoked_by uuid REFERENCES identity.account (id),
    CHECK (revoked_by IS NULL OR until_at IS NOT NULL)
);
CREATE UNIQUE INDEX role_grant_held_once ON identity.role_grant (account, role, unit) WHERE until_at IS NULL;
CREATE INDEX role_grant_account_unit ON identity.role_grant (account, unit);

-- Failed attempts by key: an account name or a network, whether it exists or not.
CREATE TABLE identity.attempt (
    key text PRIMARY KEY CHECK (length(key) <= 100),
    failures integer NOT NULL CHECK (failures >= 0),
    last_at timestamptz NOT NULL,
    wait_until timestamptz NOT NULL
);
CREATE INDEX attempt_last_at ON identity.attempt (last_at);

CREATE TABLE identity.reset (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    account uuid NOT NULL REFERENCES identity.account (id),
    made_by uuid NOT NULL REFERENCES identity.account (id),
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at),
    used_at timestamptz
);
CREATE INDEX reset_account ON identity.reset (account) WHERE used_at IS NULL;
CREATE INDEX reset_expires_at ON identity.reset (expires_at);

-- Append-only. Shard key: account (all zeros for strangers and the platform). No foreign key: the log outlives all.
CREATE TABLE identity.access_log (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    account uuid NOT NULL,
    username text NOT NULL CHECK (length(username) <= 64),
    action text NOT NULL CHECK (action ~ '^[a-z]+\.[a-z-]+$' AND length(action) <= 80),
    object text NOT NULL CHECK (length(object) <= 300),
    detail text NOT NULL CHECK (length(detail) <= 1000),
    ip text NOT NULL CHECK (length(ip) <= 64),
    PRIMARY KEY (account, id)
);
-- Ids are UUIDv7 and carry the time, so that ids sort as times do and one index serves days and pages.
CREATE INDEX access_log_id ON identity.access_log (id);
CREATE INDEX access_log_object ON identity.access_log (object, id);
