CREATE SCHEMA demonstration;

-- How far the demonstration was loaded. Each step is written in one transaction with its row here, so that a process
-- that dies half-way leaves whole steps, and the next one goes on.
CREATE TABLE demonstration.step (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9S-]{1,60}$'),
    done_at timestamptz NOT NULL
);
