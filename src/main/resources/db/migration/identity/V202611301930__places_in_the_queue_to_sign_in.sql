-- Places in the queue of those who sign in while more come than can be looked at; a UUIDv7 says who came first. Short-lived:
-- a row goes when its holder is in, or a quarter of an hour after they were last seen.
CREATE TABLE identity.sign_in_ticket (
    id uuid PRIMARY KEY,
    known boolean NOT NULL,
    -- from which it was asked for, such as net:192.0.2.7: one network fills no queue
    network text NOT NULL,
    -- the hash of the cookie of a browser known from before: such a browser has one place
    device text,
    seen_at timestamptz NOT NULL,
    admitted_at timestamptz,
    attempts integer NOT NULL CHECK (attempts BETWEEN 0 AND 3)
);
CREATE INDEX sign_in_ticket_waiting ON identity.sign_in_ticket (known, id) WHERE admitted_at IS NULL;
CREATE INDEX sign_in_ticket_network ON identity.sign_in_ticket (network) WHERE admitted_at IS NULL;
CREATE INDEX sign_in_ticket_device ON identity.sign_in_ticket (device) WHERE admitted_at IS NULL;
CREATE INDEX sign_in_ticket_seen_at ON identity.sign_in_ticket (seen_at);
