CREATE SCHEMA delivery;

-- What is to be handed to a channel, written in the transaction of the act that says so. The recipient, written as its
-- channel names it (an account's id for the inbox), is the shard key.
CREATE TABLE delivery.outbox_message (
    recipient text COLLATE "C" NOT NULL CHECK (length(recipient) BETWEEN 1 AND 500),
    id uuid NOT NULL,
    channel text COLLATE "C" NOT NULL CHECK (channel ~ '^[a-z][a-z-]{0,29}$'),
    -- deliveries to one host are limited together
    host text COLLATE "C" NOT NULL,
    payload text NOT NULL CHECK (length(payload) <= 100000),
    state text COLLATE "C" NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'POISONED')),
    -- failures in a row
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- when to hand it over; who takes it up puts it off by the length of the lease
    next_at timestamptz,
    last_error text CHECK (length(last_error) <= 500),
    created_at timestamptz NOT NULL,
    delivered_at timestamptz,
    -- ledger of hand-overs: by when the recipient is expected to have seen it, and when that was
    due_at timestamptz,
    seen_at timestamptz,
    PRIMARY KEY (recipient, id),
    CHECK ((state = 'WAITING') = (next_at IS NOT NULL)),
    CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX outbox_message_due ON delivery.outbox_message (next_at) WHERE state = 'WAITING';
CREATE INDEX outbox_message_poisoned ON delivery.outbox_message (created_at) WHERE state = 'POISONED';
CREATE INDEX outbox_message_expected ON delivery.outbox_message (due_at) WHERE due_at IS NOT NULL AND seen_at IS NULL;

-- What a person finds in the application. Nothing is deleted.
CREATE TABLE delivery.inbox_message (
    recipient uuid NOT NULL,
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z][a-z.-]{0,49}$'),
    text_key text COLLATE "C" NOT NULL CHECK (text_key ~ '^[a-z][a-zA-Z0-9.-]{0,99}$'),
    arguments text[] NOT NULL CHECK (cardinality(arguments) <= 10),
    -- a path of this application
    link text COLLATE "C" NOT NULL CHECK (link ~ '^/([^/\\[:cntrl:]][^\\[:cntrl:]]*)?$' AND length(link) <= 500),
    created_at timestamptz NOT NULL,
    seen_at timestamptz,
    PRIMARY KEY (recipient, id)
);
CREATE INDEX inbox_message_unseen ON delivery.inbox_message (recipient) WHERE seen_at IS NULL;
