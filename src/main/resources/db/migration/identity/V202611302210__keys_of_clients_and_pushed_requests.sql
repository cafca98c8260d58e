-- Clients that prove who they are by a key of their own (private_key_jwt, RFC 7523), and the stricter profile of those that
-- read personal data (FAPI 2.0 Security Profile).
ALTER TABLE identity.client
    ADD COLUMN fapi boolean NOT NULL DEFAULT false,
    -- the public keys themselves (JWK set, RFC 7517), or where they are published
    ADD COLUMN jwks text CHECK (length(jwks) BETWEEN 2 AND 20000),
    ADD COLUMN jwks_uri text CHECK (length(jwks_uri) <= 500 AND jwks_uri LIKE 'https://%'),
    ADD CONSTRAINT client_keys_once CHECK (jwks IS NULL OR jwks_uri IS NULL),
    ADD CONSTRAINT client_keys_or_secret CHECK (secret_hash IS NULL OR (jwks IS NULL AND jwks_uri IS NULL)),
    ADD CONSTRAINT client_fapi_keys CHECK (NOT fapi OR jwks IS NOT NULL OR jwks_uri IS NOT NULL),
    DROP CONSTRAINT client_check3,
    ADD CONSTRAINT client_acts_by_proof CHECK (
        secret_hash IS NOT NULL OR jwks IS NOT NULL OR jwks_uri IS NOT NULL OR NOT 'CLIENT_CREDENTIALS' = ANY (grants));

-- The key (thumbprint, RFC 7638) by which the code, and then a public client's refresh tokens, must be sent (DPoP, RFC 9449).
ALTER TABLE identity.client_authorization
    ADD COLUMN dpop_jkt text COLLATE "C" CHECK (dpop_jkt ~ '^[A-Za-z0-9_-]{43}$');

-- Requests that clients pushed (RFC 9126), by the hash of what they were called. Opened within a minute, answered once; swept.
CREATE TABLE identity.pushed_request (
    hash text COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    client uuid NOT NULL REFERENCES identity.client (id),
    -- the parameters, sealed: they may name a person
    query text COLLATE "C" NOT NULL,
    dpop_jkt text COLLATE "C" CHECK (dpop_jkt ~ '^[A-Za-z0-9_-]{43}$'),
    pushed_at timestamptz NOT NULL,
    opened_at timestamptz CHECK (opened_at >= pushed_at),
    answered_at timestamptz CHECK (answered_at >= opened_at)
);
CREATE INDEX pushed_request_pushed_at ON identity.pushed_request (pushed_at);
CREATE INDEX pushed_request_client ON identity.pushed_request (client);

-- Names of signed texts (jti) that were accepted, each good for one time, as hashes; swept when they would be too old.
CREATE TABLE identity.used_jti (
    hash text COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    ends_at timestamptz NOT NULL
);
CREATE INDEX used_jti_ends_at ON identity.used_jti (ends_at);
