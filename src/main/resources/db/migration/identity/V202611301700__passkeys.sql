-- Passkeys (WebAuthn Level 3): what a person's authenticators showed when each key was made, and their state at the
-- latest use. The public key alone is kept, no attestation: nobody asks which make of authenticator it was.
CREATE TABLE identity.passkey (
    account uuid NOT NULL REFERENCES identity.account (id),
    id uuid NOT NULL,
    -- the domain that the key was made for: no other can use it
    rp_id text COLLATE "C" NOT NULL CHECK (length(rp_id) BETWEEN 1 AND 253),
    credential_id bytea NOT NULL CHECK (octet_length(credential_id) BETWEEN 16 AND 1023),
    -- attested credential data (Level 3, 6.5.2): AAGUID, credential id and COSE public key
    attested bytea NOT NULL CHECK (octet_length(attested) BETWEEN 32 AND 4096),
    sign_count bigint NOT NULL CHECK (sign_count BETWEEN 0 AND 4294967295),
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL CHECK (backup_eligible OR NOT backed_up),
    transports text[] NOT NULL CHECK (cardinality(transports) <= 8),
    label text NOT NULL CHECK (length(label) <= 60),
    made_at timestamptz NOT NULL,
    used_at timestamptz CHECK (used_at >= made_at),
    PRIMARY KEY (account, id),
    UNIQUE (account, credential_id)
);
-- no second person registers a key that somebody has
CREATE INDEX passkey_credential_id ON identity.passkey (credential_id);

-- Challenges that were answered, until they would be too old in any case. Only answers that were right are written.
CREATE TABLE identity.used_challenge (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    at timestamptz NOT NULL
);
CREATE INDEX used_challenge_at ON identity.used_challenge (at);
