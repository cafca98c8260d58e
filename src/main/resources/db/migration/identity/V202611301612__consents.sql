-- The words in which a purpose was told to somebody who then decided, each version once.
CREATE TABLE identity.purpose_text (
    purpose text NOT NULL CHECK (purpose ~ '^[a-z.-]{1,60}$'),
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    language text NOT NULL CHECK (language IN ('vi', 'en')),
    words text NOT NULL CHECK (length(words) BETWEEN 1 AND 5000),
    first_at timestamptz NOT NULL,
    PRIMARY KEY (purpose, hash)
);
SELECT ground.append_only('identity.purpose_text');

-- Each consent and each withdrawal of a person. What holds is the last of a purpose by its number.
CREATE TABLE identity.consent_act (
    account uuid NOT NULL,
    id uuid NOT NULL,
    purpose text NOT NULL CHECK (purpose ~ '^[a-z.-]{1,60}$'),
    no integer NOT NULL CHECK (no > 0),
    given boolean NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    text_hash text NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$'),
    channel text NOT NULL CHECK (channel IN ('WEB')),
    -- made of all of the above by a key of the platform: a line that was changed or made elsewhere does not fit its own
    proof text NOT NULL CHECK (proof ~ '^[2-9A-Z]{26}$'),
    at timestamptz NOT NULL,
    PRIMARY KEY (account, id),
    UNIQUE (account, purpose, no)
);
SELECT ground.append_only('identity.consent_act');
