-- What somebody has to do by some time. An item is opened and closed in the transaction of the act; closing sets the row
-- once. The shard key is the unit that has to act.
CREATE SCHEMA work;

CREATE TABLE work.item (
    unit text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z][a-z.-]{0,79}$'),
    -- who may do it: holders of the role in the unit or above it, or of these one person
    role text COLLATE "C" NOT NULL,
    person uuid,
    -- the record that the item is about; with the kind it is open once in a unit
    evidence uuid NOT NULL,
    arguments text[] NOT NULL CHECK (cardinality(arguments) <= 10),
    synthetic boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by uuid,
    closed_by_name text,
    outcome text COLLATE "C" CHECK (outcome IN ('DONE', 'WITHDRAWN', 'REASSIGNED')),
    PRIMARY KEY (unit, id),
    CHECK (num_nulls(closed_at, closed_by, closed_by_name, outcome) IN (0, 4))
);
CREATE UNIQUE INDEX item_open_once ON work.item (unit, kind, evidence) WHERE closed_at IS NULL;
-- one reading of each unit's first rows gives the first page, however many items are open
CREATE INDEX item_of_role ON work.item (unit, role, synthetic, due_at, id) INCLUDE (kind)
    WHERE closed_at IS NULL AND person IS NULL;
CREATE INDEX item_of_person ON work.item (person, due_at, id) WHERE closed_at IS NULL AND person IS NOT NULL;
CREATE INDEX item_due ON work.item (due_at) WHERE closed_at IS NULL;
CREATE INDEX item_closed ON work.item (unit, closed_at, id) WHERE closed_at IS NOT NULL;
-- evidence of a fact names the item alone
CREATE INDEX item_by_id ON work.item (id);

-- Who takes a person's work while the person is away.
CREATE TABLE work.delegation (
    unit text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    role text COLLATE "C" NOT NULL,
    person uuid NOT NULL,
    deputy uuid NOT NULL CHECK (deputy <> person),
    first_day date NOT NULL,
    last_day date NOT NULL CHECK (last_day >= first_day),
    made_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    PRIMARY KEY (unit, id),
    EXCLUDE USING gist (unit public.gist_text_ops WITH =, role public.gist_text_ops WITH =,
        person public.gist_uuid_ops WITH =, daterange(first_day, last_day, '[]') WITH &&) WHERE (withdrawn_at IS NULL)
);
CREATE INDEX delegation_of_person ON work.delegation (person, id);
CREATE INDEX delegation_of_deputy ON work.delegation (deputy, last_day) WHERE withdrawn_at IS NULL;

-- How long a kind of work may take and when it is chased, as documents state it. Of several statements about one step of
-- one kind the latest that is in force holds; what people state goes before what came with a release.
CREATE TABLE work.rule (
    id uuid PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind ~ '^(\*|[a-z][a-z.-]{0,79})$'),
    step text COLLATE "C" NOT NULL CHECK (step IN ('ALLOWED', 'BEFORE', 'DUE', 'AFTER', 'HEAD', 'OFFICE')),
    -- null: the step is not taken
    working_days integer CHECK (working_days BETWEEN 0 AND 250),
    valid_from date NOT NULL,
    document text NOT NULL CHECK (char_length(document) BETWEEN 1 AND 120),
    issued_on date NOT NULL,
    issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 120),
    source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
    checked text COLLATE "C" NOT NULL CHECK (checked IN ('READ', 'SECONDARY', 'COMPUTED', 'RECALLED')),
    shipped boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL
);
COMMENT ON COLUMN work.rule.kind IS 'of work; * for all that have no rule of their own for the step';
CREATE UNIQUE INDEX rule_shipped_once ON work.rule (kind, step, valid_from) WHERE shipped;
SELECT ground.append_only('work.rule');

-- A step of chasing that was taken about an item: once, in the transaction of the message to those who are told.
CREATE TABLE work.chase (
    unit text COLLATE "C" NOT NULL,
    item uuid NOT NULL,
    step text COLLATE "C" NOT NULL CHECK (step IN ('BEFORE', 'DUE', 'AFTER', 'HEAD', 'OFFICE')),
    run uuid NOT NULL,
    chased_at timestamptz NOT NULL,
    recipients uuid[] NOT NULL CHECK (cardinality(recipients) > 0),
    PRIMARY KEY (unit, item, step)
);
CREATE INDEX chase_run ON work.chase (run);
SELECT ground.append_only('work.chase');
