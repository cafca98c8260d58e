-- What decides nothing is closed by a rule as it comes, and that it was is said once.
CREATE TABLE payments.automatic_closure (
    account integer NOT NULL,
    movement bigint NOT NULL,
    closed_at timestamptz NOT NULL,
    -- PART_PAYMENT: paid short, and all of the money is counted for what it names
    rule text COLLATE "C" NOT NULL CHECK (rule IN ('PART_PAYMENT')),
    PRIMARY KEY (account, movement)
);
SELECT ground.append_only('payments.automatic_closure');
CREATE INDEX automatic_closure_at ON payments.automatic_closure (account, closed_at, movement);
INSERT INTO payments.automatic_closure (account, movement, closed_at, rule)
SELECT account, movement, closed_at, 'PART_PAYMENT' FROM payments.finding
WHERE outcome = 'UNDERPAID' AND decision = 'KEPT' AND closed_by IS NULL;
-- The same work list in the order of what waits.
CREATE INDEX finding_open_waiting ON payments.finding (account, waiting, movement) WHERE closed_at IS NULL;
