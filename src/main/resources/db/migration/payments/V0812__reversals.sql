-- A bank may take back a payment that had come in.
ALTER TABLE payments.movement
    DROP CONSTRAINT movement_outcome_check,
    ADD CONSTRAINT movement_outcome_check CHECK (outcome IN ('MATCHED', 'UNDERPAID', 'OVERPAID', 'LATE', 'DUPLICATE',
        'WRONG_ACCOUNT', 'UNMATCHED', 'OWNER', 'IGNORED_DEBIT', 'REVERSAL'));
