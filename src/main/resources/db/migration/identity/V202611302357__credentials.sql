-- Keys that sign credentials are kept as those that sign tokens, each purpose with its own turn.
ALTER TABLE identity.signing_key
    ADD COLUMN purpose text COLLATE "C" NOT NULL DEFAULT 'TOKENS' CHECK (purpose IN ('TOKENS', 'CREDENTIALS')),
    DROP CONSTRAINT signing_key_signs_from_key,
    ADD CONSTRAINT signing_key_turn UNIQUE (purpose, signs_from);

-- Offers of a credential to a person's wallet (OpenID4VCI 1.0, section 4), by the hash of what is in their address. Swept.
CREATE TABLE identity.credential_offer (
    hash text COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    account uuid NOT NULL,
    -- of the account's password: a new one ends the offer
    secret_no integer NOT NULL,
    type text COLLATE "C" NOT NULL CHECK (type ~ '^[a-z-]{1,40}$'),
    holding uuid NOT NULL,
    -- a keyed hash of the transaction code
    code_mark text COLLATE "C" NOT NULL CHECK (length(code_mark) BETWEEN 1 AND 200),
    tries smallint NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > made_at),
    redeemed_at timestamptz CHECK (redeemed_at >= made_at),
    -- no token is given any more, and one that was given opens nothing
    over boolean NOT NULL DEFAULT false,
    -- the key (thumbprint, RFC 7638) that the token is bound to (DPoP)
    dpop_jkt text COLLATE "C" CHECK (dpop_jkt ~ '^[A-Za-z0-9_-]{43}$'),
    -- whether the wallet asked to be told the credential's identifier
    identified boolean NOT NULL DEFAULT false,
    -- how many credentials were issued for it
    issued smallint NOT NULL DEFAULT 0 CHECK (issued BETWEEN 0 AND 5),
    CHECK (issued = 0 OR redeemed_at IS NOT NULL)
);
CREATE INDEX credential_offer_ends_at ON identity.credential_offer (ends_at);
CREATE INDEX credential_offer_account ON identity.credential_offer (account);

-- Lists of which credentials hold (Token Status List), each with places for 8,192 of them.
CREATE TABLE identity.status_list (
    id uuid PRIMARY KEY,
    made_at timestamptz NOT NULL
);

-- Credentials that were issued: rows are added, and deleted when the purpose ends; none is changed. What is in a credential is
-- not kept.
CREATE TABLE identity.issued_credential (
    list uuid NOT NULL,
    -- its place in the list, chosen at random
    idx integer NOT NULL CHECK (idx BETWEEN 0 AND 8191),
    id uuid NOT NULL,
    account uuid NOT NULL,
    type text COLLATE "C" NOT NULL CHECK (type ~ '^[a-z-]{1,40}$'),
    holding uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > issued_at),
    PRIMARY KEY (list, idx)
);
CREATE INDEX issued_credential_account ON identity.issued_credential (account, id);
CREATE INDEX issued_credential_ends_at ON identity.issued_credential (ends_at);

-- Credentials that hold no longer, for good.
CREATE TABLE identity.credential_revocation (
    list uuid NOT NULL,
    idx integer NOT NULL CHECK (idx BETWEEN 0 AND 8191),
    at timestamptz NOT NULL,
    reason text COLLATE "C" NOT NULL CHECK (reason IN ('HOLDER', 'HOLDING_ENDED', 'DATA_DELETED')),
    PRIMARY KEY (list, idx)
);

INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('keep.identity.credential', '2026-01-01', 365, 'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');
