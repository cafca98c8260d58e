-- The official account's tokens: the refresh token is used once, by whoever holds the row.
CREATE TABLE notify.zalo_connection (
    app_id text COLLATE "C" PRIMARY KEY,
    -- sealed
    refresh text,
    access text,
    access_until timestamptz,
    failure text CHECK (length(failure) <= 300),
    failed_at timestamptz,
    daily_quota integer,
    quota_left integer,
    quota_at timestamptz,
    changed_at timestamptz NOT NULL,
    CHECK ((failure IS NULL) = (failed_at IS NULL))
);

CREATE TABLE notify.zalo_template (
    kind text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL CHECK (language IN ('vi', 'en')),
    version integer NOT NULL CHECK (version > 0),
    template_id text COLLATE "C" NOT NULL CHECK (template_id ~ '^[0-9]{1,20}$'),
    state text COLLATE "C" NOT NULL CHECK (state IN ('IN_REVIEW', 'ENABLED', 'REJECTED', 'DISABLED')),
    -- name:source:length, ...
    parameters text NOT NULL CHECK (length(parameters) <= 400),
    preview text NOT NULL CHECK (length(preview) <= 400),
    made_at timestamptz NOT NULL,
    PRIMARY KEY (kind, language, version)
);
