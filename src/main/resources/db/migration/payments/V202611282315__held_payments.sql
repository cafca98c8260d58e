-- Payments that a genuine teller told of and that a person has to look at before they count: of an account that nobody
-- knows, in words that could mean another payment, larger than any is, or perhaps told before. Kept in no account's
-- books until somebody releases them.
CREATE TABLE payments.held_payment (
    at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    decided_at timestamptz,
    amount bigint NOT NULL CHECK (amount > 0),
    -- the number of the movement on the account that it resembles
    resembles bigint,
    -- that of the movement that it became
    movement bigint,
    id uuid NOT NULL,
    decided_by uuid,
    -- the account it is for; null: that is not known
    account integer,
    version integer NOT NULL DEFAULT 1,
    day date NOT NULL,
    incoming boolean NOT NULL,
    synthetic boolean NOT NULL,
    -- whose accountant decides
    unit text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL CHECK (reason IN ('UNKNOWN_ACCOUNT', 'AMBIGUOUS_ACCOUNT', 'AMBIGUOUS_TEXT',
        'TOO_LARGE', 'POSSIBLE_DUPLICATE')),
    -- who told of it; null: a statement
    connection text COLLATE "C",
    -- the account as the teller names it, the most particular number first
    numbers text[] NOT NULL,
    bank text,
    source text COLLATE "C" NOT NULL CHECK (source IN ('SEPAY', 'CASSO', 'PAYOS', 'STATEMENT')),
    source_id text COLLATE "C" NOT NULL CHECK (source_id <> '' AND length(source_id) <= 100),
    reference text COLLATE "C" CHECK (reference <> '' AND length(reference) <= 100),
    decision text COLLATE "C" CHECK (decision IN ('RELEASED', 'REJECTED')),
    -- why it was decided so
    note text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
    -- what the teller sent; null: deleted since
    sealed bytea,
    PRIMARY KEY (unit, id),
    UNIQUE NULLS NOT DISTINCT (unit, account, source, source_id),
    CHECK ((decided_at IS NULL) = (decision IS NULL)),
    CHECK (decision IS NULL OR note <> '')
);
CREATE INDEX held_payment_open ON payments.held_payment (unit, id) WHERE decision IS NULL;
CREATE INDEX held_payment_account ON payments.held_payment (account) WHERE decision IS NULL AND account IS NOT NULL;
CREATE INDEX held_payment_id ON payments.held_payment (id);

-- The units that a connection may be used in, by the word of whoever keeps the books of its own unit.
CREATE TABLE payments.served_unit (
    allowed_at timestamptz NOT NULL,
    allowed_by uuid,
    connection text COLLATE "C" NOT NULL REFERENCES payments.connection (id),
    unit text COLLATE "C" NOT NULL,
    PRIMARY KEY (connection, unit)
);
CREATE INDEX served_unit_unit ON payments.served_unit (unit, connection);
-- Each serves its own unit; what is in use stays so.
INSERT INTO payments.served_unit (connection, unit, allowed_at)
SELECT id, unit, opened_at FROM payments.connection
UNION
SELECT a.connection, a.unit, c.opened_at FROM payments.account a JOIN payments.connection c ON c.id = a.connection
ON CONFLICT DO NOTHING;

-- An account is looked for by its number in whatever case a provider writes its letters.
DROP INDEX payments.account_connection;
CREATE INDEX account_connection ON payments.account (connection, upper(account));
