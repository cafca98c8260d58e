-- Time-based codes (RFC 6238): one secret an account, sealed; the last step that a code was taken of, so that none is
-- taken twice; and how many codes in a row were wrong.
CREATE TABLE identity.totp (
    account uuid PRIMARY KEY REFERENCES identity.account (id),
    secret bytea NOT NULL CHECK (octet_length(secret) <= 200),
    made_at timestamptz NOT NULL,
    last_step bigint NOT NULL CHECK (last_step >= 0),
    failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0)
);

-- Codes on paper for the day on which the device is lost: marks of them (HMAC), each good for one time.
CREATE TABLE identity.recovery_code (
    account uuid NOT NULL REFERENCES identity.account (id),
    mark text COLLATE "C" NOT NULL CHECK (length(mark) = 26),
    made_at timestamptz NOT NULL,
    used_at timestamptz CHECK (used_at >= made_at),
    PRIMARY KEY (account, mark)
);
