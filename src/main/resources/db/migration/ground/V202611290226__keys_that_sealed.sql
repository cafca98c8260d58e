-- The ids of the keys that have sealed something here, so that a process without one of them says so when it starts.
CREATE TABLE ground.seal_key (
    id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9a-f]{8}$'),
    first_at timestamptz NOT NULL
);
