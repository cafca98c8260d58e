-- Keys that sign what goes to browsers; a browser goes on with the one that it was given.
CREATE TABLE notify.push_key (
    public_key text COLLATE "C" PRIMARY KEY CHECK (public_key ~ '^[A-Za-z0-9_-]{87}$'),
    sealed text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL
);
