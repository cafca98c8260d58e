-- Sessions begun by a provider that saw two factors are told apart from those of one.
ALTER TABLE identity.session
    DROP CONSTRAINT session_first_factor_check,
    DROP CONSTRAINT session_second_factor_check,
    ADD CONSTRAINT session_first_factor_check CHECK (first_factor IN
        ('PASSWORD', 'PASSKEY', 'UPSTREAM', 'UPSTREAM_TWO_FACTORS', 'LINK', 'DEMONSTRATION', 'CODE', 'RECOVERY_CODE')),
    ADD CONSTRAINT session_second_factor_check CHECK (second_factor IN
        ('PASSWORD', 'PASSKEY', 'UPSTREAM', 'UPSTREAM_TWO_FACTORS', 'LINK', 'DEMONSTRATION', 'CODE', 'RECOVERY_CODE'));

-- Which account a subject of a provider signs in to: one, for good. The key is a mark of issuer and subject, so that the
-- row is found on whichever server and says nothing to who reads the table.
CREATE TABLE identity.upstream_account (
    subject_mark text COLLATE "C" PRIMARY KEY CHECK (length(subject_mark) BETWEEN 20 AND 100),
    account uuid NOT NULL REFERENCES identity.account (id),
    provider text COLLATE "C" NOT NULL CHECK (provider ~ '^[a-z0-9-]{1,40}$'),
    level integer NOT NULL CHECK (level IN (1, 2)),
    -- the tax code of an organisation's account; empty for a person's
    organisation text COLLATE "C" NOT NULL CHECK (organisation ~ '^[0-9-]{0,14}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    linked_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL CHECK (used_at >= linked_at)
);
CREATE INDEX upstream_account_account ON identity.upstream_account (account);
