-- What messages cost, from a day on; a correction is another row.
CREATE TABLE notify.tariff (
    id uuid PRIMARY KEY,
    medium text COLLATE "C" NOT NULL CHECK (medium IN ('EMAIL', 'SMS', 'ZALO', 'PUSH')),
    valid_from date NOT NULL,
    -- of one part of a text message, of one message by another channel
    price_vnd bigint NOT NULL CHECK (price_vnd BETWEEN 0 AND 1000000),
    document text NOT NULL CHECK (length(document) BETWEEN 3 AND 200),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL
);

-- The words of messages in place of those of the message files, which are version 0.
CREATE TABLE notify.wording (
    text_key text COLLATE "C" NOT NULL CHECK (text_key ~ '^[A-Za-z][A-Za-z.-]{1,79}$'),
    language text COLLATE "C" NOT NULL CHECK (language IN ('vi', 'en')),
    version integer NOT NULL CHECK (version > 0),
    text text NOT NULL CHECK (length(text) BETWEEN 1 AND 400),
    state text COLLATE "C" NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    -- first day in Viet Nam on which it is wished to hold
    wished_from date NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    -- messages that are made from then on have these words; never before the decision
    holds_from timestamptz,
    PRIMARY KEY (text_key, language, version),
    CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state = 'APPROVED') = (holds_from IS NOT NULL)),
    CHECK (holds_from >= decided_at)
);
-- One proposal at a time.
CREATE UNIQUE INDEX wording_proposed ON notify.wording (text_key, language) WHERE state = 'PROPOSED';
