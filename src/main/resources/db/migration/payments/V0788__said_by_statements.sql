-- A statement may give the bank's reference of a movement that its messenger told without one.
ALTER TABLE payments.told
    DROP CONSTRAINT told_source_check,
    ADD CONSTRAINT told_source_check CHECK (source IN ('SEPAY', 'CASSO', 'PAYOS', 'STATEMENT'));

-- What is proposed for waiting money is as much as is still owed, not as was asked for.
DROP INDEX payments.payable_open;
CREATE INDEX payable_open ON payments.payable (account, (amount - paid), due_at) WHERE state = 'OPEN';
