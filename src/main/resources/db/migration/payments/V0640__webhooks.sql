-- Where software outside is told of what comes in on an account. What is still to be told is what the account's
-- movements have after the position: there is no queue beside them.
CREATE TABLE payments.webhook (
    account integer NOT NULL,
    id uuid NOT NULL,
    -- its place among the account's; an ended one has none
    place smallint CHECK (place BETWEEN 1 AND 5),
    url text COLLATE "C" NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 500),
    -- sealed, Base64; an ended one has none
    secret text COLLATE "C",
    former_secret text COLLATE "C",
    former_until timestamptz,
    -- the number of the last movement that was told or passed over
    position bigint NOT NULL CHECK (position >= 0),
    state text COLLATE "C" NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'ENDED')),
    reason text COLLATE "C" CHECK (reason IN ('BY_HAND', 'GONE', 'FAILING')),
    -- failures one after the other, and since when
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    failing_since timestamptz,
    -- when to look at it; null: when something comes. Whoever takes it up puts it off by the time that the work may
    -- take, so that it is looked at again when that process dies
    next_at timestamptz,
    -- deliveries of all time, tests too
    sent bigint NOT NULL DEFAULT 0 CHECK (sent >= 0),
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL,
    PRIMARY KEY (account, id),
    UNIQUE (account, place),
    CHECK ((state = 'ENDED') = (secret IS NULL)),
    CHECK ((state = 'ENDED') = (place IS NULL)),
    CHECK ((state = 'PAUSED') = (reason IS NOT NULL)),
    CHECK (state = 'ACTIVE' OR next_at IS NULL),
    CHECK ((former_secret IS NULL) = (former_until IS NULL)),
    CHECK ((attempts = 0) = (failing_since IS NULL))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX webhook_url ON payments.webhook (account, url) WHERE state <> 'ENDED';
CREATE INDEX webhook_due ON payments.webhook (next_at) WHERE next_at IS NOT NULL;

-- The last deliveries of each webhook: a later one takes the place of the fiftieth before it.
CREATE TABLE payments.delivery (
    account integer NOT NULL,
    webhook uuid NOT NULL,
    slot smallint NOT NULL CHECK (slot BETWEEN 0 AND 49),
    at timestamptz NOT NULL,
    -- the message's: a movement's, or made for a test
    id uuid NOT NULL,
    -- the movement's; null: a test
    number bigint,
    outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('TAKEN', 'MOVED', 'REFUSED', 'NOT_FOUND', 'GONE', 'BUSY',
        'FAILED', 'SLOW', 'UNREACHABLE', 'UNTRUSTED', 'PRIVATE', 'UNREADABLE')),
    status integer,
    ms integer NOT NULL CHECK (ms >= 0),
    PRIMARY KEY (account, webhook, slot)
) WITH (fillfactor = 70);
