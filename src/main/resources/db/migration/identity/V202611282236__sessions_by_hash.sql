-- Sessions are one row each, written whole at the sign-in and known by the hash of their cookie; who was signed in signs
-- in again. What forms and redirects need is in cookies, so that nothing is kept for strangers.
DROP TABLE identity.session_attributes;
DROP TABLE identity.session;

CREATE TABLE identity.session (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    account uuid NOT NULL REFERENCES identity.account (id),
    -- of the password by which it was begun: an older one's session has ended
    secret_no integer NOT NULL CHECK (secret_no > 0),
    begun_at timestamptz NOT NULL,
    -- to the minute
    seen_at timestamptz NOT NULL CHECK (seen_at >= begun_at)
);
CREATE INDEX session_seen_at ON identity.session (seen_at);
CREATE INDEX session_account ON identity.session (account);
