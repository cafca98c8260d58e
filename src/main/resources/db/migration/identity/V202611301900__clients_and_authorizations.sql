-- Programs of others that let people sign in here, or act in their own name (OAuth 2.0 clients). Small.
CREATE TABLE identity.client (
    id uuid PRIMARY KEY,
    -- what it calls itself at the token endpoint
    client_id text COLLATE "C" NOT NULL UNIQUE CHECK (client_id ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    -- SHA-256 of 256 random bits; null: a public client, which can keep none
    secret_hash bytea CHECK (octet_length(secret_hash) = 32),
    redirect_uris text[] NOT NULL CHECK (cardinality(redirect_uris) <= 10),
    logout_uris text[] NOT NULL CHECK (cardinality(logout_uris) <= 10),
    scopes text[] NOT NULL CHECK (cardinality(scopes) <= 20),
    grants text[] NOT NULL CHECK (grants <@ ARRAY['AUTHORIZATION_CODE', 'REFRESH_TOKEN', 'CLIENT_CREDENTIALS']),
    -- whether it knows people by names of its own, which no two clients can compare
    pairwise boolean NOT NULL,
    -- registered by a demonstration account, and for such accounts only
    synthetic boolean NOT NULL,
    registered_by uuid NOT NULL,
    registered_at timestamptz NOT NULL,
    -- by a second person; until then it does nothing
    reviewed_by uuid,
    reviewed_at timestamptz,
    disabled_at timestamptz,
    version integer NOT NULL CHECK (version > 0),
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL)),
    CHECK (synthetic OR reviewed_by <> registered_by),
    CHECK ('AUTHORIZATION_CODE' = ANY (grants) OR NOT 'REFRESH_TOKEN' = ANY (grants)),
    CHECK (('AUTHORIZATION_CODE' = ANY (grants)) = (cardinality(redirect_uris) > 0)),
    CHECK (secret_hash IS NOT NULL OR NOT 'CLIENT_CREDENTIALS' = ANY (grants))
);

-- What a client was allowed, from the code to its last token. The id is random and part of every token, so that one row
-- holds whatever becomes of it, however often it is refreshed; it is the shard key. Swept when it is over.
CREATE TABLE identity.client_authorization (
    id uuid PRIMARY KEY,
    client uuid NOT NULL REFERENCES identity.client (id),
    -- of all zeros: the client acts in its own name
    account uuid NOT NULL,
    -- of the password that the account had: another one ends it
    secret_no integer NOT NULL CHECK (secret_no >= 0),
    -- the handle of the session that it was allowed in
    session uuid,
    scopes text[] NOT NULL CHECK (cardinality(scopes) <= 20),
    -- when and how the person was known
    auth_time timestamptz NOT NULL,
    acr text COLLATE "C" NOT NULL CHECK (length(acr) <= 100),
    amr text[] NOT NULL CHECK (cardinality(amr) <= 10),
    nonce text CHECK (length(nonce) <= 500),
    -- of the code, SHA-256; the code is of use once, until ends_at
    code_hash text COLLATE "C" CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    code_challenge text COLLATE "C" CHECK (length(code_challenge) <= 128),
    redirect_uri text CHECK (length(redirect_uri) <= 2000),
    code_used_at timestamptz,
    -- the number of the refresh token that counts; 0: there is none
    refresh_no integer NOT NULL DEFAULT 0 CHECK (refresh_no >= 0),
    refreshed_at timestamptz,
    -- the key that marks its refresh tokens
    key_id text COLLATE "C",
    begun_at timestamptz NOT NULL,
    -- when nothing of it lives any more, whatever happens
    ends_at timestamptz NOT NULL CHECK (ends_at > begun_at),
    ended_at timestamptz,
    ended_why text COLLATE "C" CHECK (ended_why ~ '^[A-Z][A-Z_]{1,29}$'),
    CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
    CHECK (refresh_no = 0 OR key_id IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX client_authorization_ends_at ON identity.client_authorization (ends_at);
CREATE INDEX client_authorization_of ON identity.client_authorization (account, client) WHERE ended_at IS NULL;

CREATE INDEX client_authorization_client ON identity.client_authorization (client);

-- What a person allowed a client, for good. Nothing is deleted: what was withdrawn is kept as proof.
CREATE TABLE identity.client_consent (
    account uuid NOT NULL,
    id uuid NOT NULL,
    client uuid NOT NULL REFERENCES identity.client (id),
    scopes text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 20),
    given_at timestamptz NOT NULL,
    withdrawn_at timestamptz CHECK (withdrawn_at >= given_at),
    PRIMARY KEY (account, id)
);
CREATE UNIQUE INDEX client_consent_now ON identity.client_consent (account, client) WHERE withdrawn_at IS NULL;
CREATE INDEX client_consent_client ON identity.client_consent (client);

-- Keys that sign what clients are told of people, each for a time. Small.
CREATE TABLE identity.signing_key (
    kid text COLLATE "C" PRIMARY KEY,
    -- the public key as clients read it (JWK, RFC 7517)
    public_key text COLLATE "C" NOT NULL,
    -- the private one, sealed; null once it has signed for the last time
    private_key text COLLATE "C",
    made_at timestamptz NOT NULL,
    signs_from timestamptz NOT NULL UNIQUE CHECK (signs_from >= made_at),
    signs_until timestamptz NOT NULL CHECK (signs_until > signs_from),
    -- until its last token has ended
    shown_until timestamptz NOT NULL CHECK (shown_until > signs_until)
);
