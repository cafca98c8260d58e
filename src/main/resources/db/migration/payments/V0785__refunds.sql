-- Money that is to be given back, and the number of the movement that gave it back.
ALTER TABLE payments.finding
    ADD COLUMN refund bigint NOT NULL DEFAULT 0 CHECK (refund >= 0),
    ADD COLUMN returned bigint,
    ADD CONSTRAINT finding_refund CHECK (refund = 0 OR decision = 'REFUNDED'),
    ADD CONSTRAINT finding_returned_refund CHECK (returned IS NULL OR refund > 0);
UPDATE payments.finding f SET refund = t.amount
FROM payments.transfer t
WHERE f.decision = 'REFUNDED' AND t.account = f.account AND t.movement = f.movement AND t.credit = 'refund'
    AND t.key = 'decide:' || f.movement || ':' || (f.version - 1);
-- one payment out gives back one payment in
CREATE UNIQUE INDEX finding_returned ON payments.finding (account, returned) WHERE returned IS NOT NULL;
CREATE INDEX finding_to_return ON payments.finding (account, closed_at, movement) WHERE refund > 0 AND returned IS NULL;

-- What went out is rare, and looked for by its amount.
CREATE INDEX movement_out ON payments.movement (account, amount, number) WHERE NOT incoming;
