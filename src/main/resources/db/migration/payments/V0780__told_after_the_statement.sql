-- The last day of which a statement told a movement that nobody had told before: what a messenger tells of a day until
-- then may be that movement.
ALTER TABLE payments.movement_count ADD COLUMN stated date;
UPDATE payments.movement_count c SET stated = m.stated
FROM (SELECT account, max(day) AS stated FROM payments.movement WHERE source = 'STATEMENT' GROUP BY account) AS m
WHERE m.account = c.account;

-- What messengers told of movements that a statement had told before them. Never changed.
CREATE TABLE payments.told (
    -- the movement's
    number bigint NOT NULL,
    told_at timestamptz NOT NULL,
    account integer NOT NULL,
    source text COLLATE "C" NOT NULL CHECK (source IN ('SEPAY', 'CASSO', 'PAYOS')),
    source_id text COLLATE "C" NOT NULL CHECK (source_id <> '' AND length(source_id) <= 100),
    reference text COLLATE "C" CHECK (reference <> '' AND length(reference) <= 100),
    PRIMARY KEY (account, number, source),
    UNIQUE (account, source, source_id)
);
CREATE INDEX told_reference ON payments.told (account, reference) WHERE reference IS NOT NULL;
