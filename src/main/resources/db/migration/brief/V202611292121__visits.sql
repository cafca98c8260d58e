-- When each leader read the brief, so that it can say what moved since.
CREATE SCHEMA brief;

CREATE TABLE brief.visit (
    account uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    -- the visit before: what the brief calls "the last time"
    before timestamptz NOT NULL CHECK (before < at)
);
