-- Where a client is told that somebody signed out (OpenID Connect Back-Channel Logout 1.0), and as which account one that acts in
-- its own name calls our API: an account that nobody signs in with.
ALTER TABLE identity.client
    ADD COLUMN logout_uri text CHECK (length(logout_uri) <= 500),
    -- always told with sid, whether the client insists on it or not
    ADD COLUMN logout_session boolean NOT NULL DEFAULT false,
    ADD COLUMN machine uuid,
    ADD CONSTRAINT client_machine_acts CHECK (machine IS NULL OR 'CLIENT_CREDENTIALS' = ANY (grants));

-- Sessions in which somebody signed in at clients that want to be told of their end. Deleted when they are told.
CREATE TABLE identity.client_session (
    account uuid NOT NULL,
    session uuid NOT NULL,
    client uuid NOT NULL REFERENCES identity.client (id),
    begun_at timestamptz NOT NULL,
    PRIMARY KEY (account, session, client)
);
CREATE INDEX client_session_client ON identity.client_session (client);
