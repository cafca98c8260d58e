-- Hour of the day in Viet Nam at which a person gets what is not urgent, in one message; null: each at once.
ALTER TABLE notify.preference ADD COLUMN digest_hour integer CHECK (digest_hour BETWEEN 0 AND 23);

-- Notices of one person that leave in one message.
CREATE TABLE notify.digest (
    account uuid NOT NULL,
    -- the id under which it leaves, at every try
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    medium text COLLATE "C" NOT NULL CHECK (medium IN ('EMAIL', 'SMS', 'ZALO', 'PUSH')),
    -- when it was tried first: nothing is added to what leaves under one id
    closed_at timestamptz,
    ended_at timestamptz,
    PRIMARY KEY (account, id),
    UNIQUE (account, at, medium)
);
ALTER TABLE notify.notice ADD COLUMN digest uuid;
CREATE INDEX notice_digest ON notify.notice (account, digest) WHERE digest IS NOT NULL;
