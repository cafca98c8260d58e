-- Programs without a browser of their own (OAuth 2.0 Device Authorization Grant, RFC 8628). Not under FAPI 2.0.
ALTER TABLE identity.client
    DROP CONSTRAINT client_grants_check,
    DROP CONSTRAINT client_grants_check1,
    ADD CONSTRAINT client_grants_known CHECK (
        grants <@ ARRAY['AUTHORIZATION_CODE', 'REFRESH_TOKEN', 'CLIENT_CREDENTIALS', 'DEVICE_CODE']),
    ADD CONSTRAINT client_refreshes_what_people_allow CHECK (
        'AUTHORIZATION_CODE' = ANY (grants) OR 'DEVICE_CODE' = ANY (grants) OR NOT 'REFRESH_TOKEN' = ANY (grants)),
    ADD CONSTRAINT client_fapi_devices CHECK (NOT fapi OR NOT 'DEVICE_CODE' = ANY (grants));

-- What such a program asks for until a person answers elsewhere. Ten minutes; answered once, used once; swept.
CREATE TABLE identity.device_code (
    -- of what the person types (HMAC), and the beginning of what the program keeps: the shard key
    user_mark text COLLATE "C" PRIMARY KEY CHECK (length(user_mark) = 26),
    -- of the rest, SHA-256
    secret_hash text COLLATE "C" NOT NULL CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
    client uuid NOT NULL REFERENCES identity.client (id),
    scopes text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 20),
    begun_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > begun_at),
    -- how long the program is to wait between two questions
    wait_seconds integer NOT NULL CHECK (wait_seconds BETWEEN 5 AND 60),
    polled_at timestamptz CHECK (polled_at >= begun_at),
    answered_at timestamptz CHECK (answered_at >= begun_at),
    -- the authorization that the program gets; null in one that was answered: the person denied it
    granted uuid,
    used_at timestamptz CHECK (used_at >= answered_at),
    CHECK (granted IS NULL OR answered_at IS NOT NULL),
    CHECK (used_at IS NULL OR granted IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX device_code_ends_at ON identity.device_code (ends_at);
CREATE INDEX device_code_client ON identity.device_code (client);
