-- A part payment of which nothing is left over needs no decision: the rest is still asked for.
UPDATE payments.finding
SET closed_at = opened_at, decision = 'KEPT', version = version + 1
WHERE outcome = 'UNDERPAID' AND waiting = 0 AND closed_at IS NULL;
