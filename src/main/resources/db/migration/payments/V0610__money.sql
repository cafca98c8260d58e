-- Who tells us what arrived. The secret is sealed with a key that is not in the database.
CREATE TABLE payments.connection (
    id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
    provider text COLLATE "C" NOT NULL
        CHECK (provider IN ('SEPAY', 'SEPAY_KEY', 'CASSO', 'CASSO_TOKEN', 'PAYOS')),
    unit text COLLATE "C" NOT NULL,
    name text NOT NULL CHECK (name <> '' AND length(name) <= 100),
    -- Base64
    secret text COLLATE "C" NOT NULL,
    synthetic boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz
);
CREATE INDEX connection_unit ON payments.connection (unit, id);

-- Accounts that money arrives on. The number is short, because it is the shard key of everything below.
CREATE TABLE payments.account (
    number integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    bin text COLLATE "C" NOT NULL CHECK (bin ~ '^[0-9]{6}$'),
    account text COLLATE "C" NOT NULL CHECK (account ~ '^[0-9A-Za-z]{1,19}$'),
    holder text NOT NULL CHECK (holder <> '' AND length(holder) <= 120),
    unit text COLLATE "C" NOT NULL,
    -- OWNER: what comes in is the holder's own; CHARGES: what comes in pays for something, or waits until it is known
    -- for what
    purpose text COLLATE "C" NOT NULL CHECK (purpose IN ('OWNER', 'CHARGES')),
    connection text COLLATE "C" REFERENCES payments.connection (id),
    synthetic boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    UNIQUE (bin, account)
);
CREATE INDEX account_connection ON payments.account (connection, account);
CREATE INDEX account_unit ON payments.account (unit, number);

-- How many movements an account has had. Whoever holds the row numbers the next ones, so that their numbers have no
-- gap and are seen in their order. Often updated, never grows: room is left on each page.
CREATE TABLE payments.movement_count (
    account integer PRIMARY KEY,
    last bigint NOT NULL CHECK (last >= 0)
) WITH (fillfactor = 40);

-- Money that moved on an account, as a bank told it. Never changed.
CREATE TABLE payments.movement (
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    id uuid NOT NULL,
    account integer NOT NULL,
    day date NOT NULL,
    incoming boolean NOT NULL,
    synthetic boolean NOT NULL,
    outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID', 'LATE', 'DUPLICATE',
        'WRONG_ACCOUNT', 'UNMATCHED', 'OWNER', 'IGNORED_DEBIT')),
    -- the kind of teller and its own number for this movement
    source text COLLATE "C" NOT NULL CHECK (source IN ('SEPAY', 'CASSO', 'PAYOS', 'STATEMENT')),
    source_id text COLLATE "C" NOT NULL CHECK (source_id <> '' AND length(source_id) <= 100),
    -- the bank's own, by which a statement and a notification are known to be of the same movement
    reference text COLLATE "C" CHECK (reference <> '' AND length(reference) <= 100),
    -- what it names, whether or not it pays for it
    code text COLLATE "C",
    PRIMARY KEY (account, number),
    UNIQUE (account, source, source_id)
);
CREATE UNIQUE INDEX movement_reference ON payments.movement (account, reference, amount, incoming)
    WHERE reference IS NOT NULL;
CREATE INDEX movement_id ON payments.movement (id);
CREATE INDEX movement_day ON payments.movement (account, day, number);

-- What the teller sent, sealed: it names the payer. Deleted when nothing needs it any more.
CREATE TABLE payments.original (
    number bigint NOT NULL,
    received_at timestamptz NOT NULL,
    account integer NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (account, number)
);
ALTER TABLE payments.original ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX original_received ON payments.original USING brin (received_at);

-- Money that somebody asked for.
CREATE TABLE payments.payable (
    amount bigint NOT NULL CHECK (amount > 0),
    paid bigint NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND amount),
    -- after this instant it is late
    due_at timestamptz NOT NULL,
    asked_at timestamptz NOT NULL,
    origin_id uuid NOT NULL,
    account integer NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('OPEN', 'PAID', 'CANCELLED')),
    synthetic boolean NOT NULL,
    code text COLLATE "C" NOT NULL,
    -- the module's word for what is paid for: market.charge
    origin text COLLATE "C" NOT NULL CHECK (origin ~ '^[a-z]+\.[a-z-]+$'),
    what text NOT NULL CHECK (what <> '' AND length(what) <= 200),
    PRIMARY KEY (account, code),
    UNIQUE (account, origin, origin_id),
    CHECK ((state = 'PAID') = (paid = amount))
);
-- Paid to the wrong account: found by the code alone.
CREATE INDEX payable_code ON payments.payable (code);
CREATE INDEX payable_origin ON payments.payable (origin_id);
CREATE INDEX payable_open ON payments.payable (account, amount) WHERE state = 'OPEN';

-- The ledger of the accounts for charges: a transfer is one row, so it is balanced by its shape. Never changed: what
-- was wrong is turned back by another row.
CREATE TABLE payments.transfer (
    amount bigint NOT NULL CHECK (amount > 0),
    at timestamptz NOT NULL,
    movement bigint,
    id uuid NOT NULL,
    by uuid,
    account integer NOT NULL,
    day date NOT NULL,
    debit text COLLATE "C" NOT NULL CHECK (debit ~ '^(bank|cash|suspense|refund|income|out|owed:[0-9A-Z]+)$'),
    credit text COLLATE "C" NOT NULL CHECK (credit ~ '^(bank|cash|suspense|refund|income|out|owed:[0-9A-Z]+)$'),
    -- made by the sender of the entry, so that it is made once
    key text COLLATE "C" NOT NULL CHECK (key <> '' AND length(key) <= 100),
    note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
    PRIMARY KEY (account, id),
    UNIQUE (account, key),
    CHECK (debit <> credit)
);
CREATE INDEX transfer_day ON payments.transfer (account, day);

-- Money that waits for somebody to say what it is for.
CREATE TABLE payments.finding (
    movement bigint NOT NULL,
    waiting bigint NOT NULL CHECK (waiting >= 0),
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by uuid,
    account integer NOT NULL,
    version integer NOT NULL DEFAULT 1,
    outcome text COLLATE "C" NOT NULL,
    code text COLLATE "C",
    decision text COLLATE "C" CHECK (decision IN ('ASSIGNED', 'REFUNDED', 'KEPT')),
    PRIMARY KEY (account, movement),
    CHECK ((closed_at IS NULL) = (decision IS NULL))
);
CREATE INDEX finding_open ON payments.finding (account, opened_at, movement) WHERE closed_at IS NULL;
