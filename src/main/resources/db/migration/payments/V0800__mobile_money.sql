-- A collector's receipt may be for Mobile Money too: by the number that the operator gave the transaction.
ALTER TABLE payments.cash_receipt
    ADD COLUMN means text COLLATE "C" NOT NULL DEFAULT 'CASH' CHECK (means IN ('CASH', 'MOBILE_MONEY')),
    ADD COLUMN reference text COLLATE "C" CHECK (reference ~ '^[0-9A-Z]{6,40}$'),
    ADD CONSTRAINT cash_receipt_means CHECK ((means = 'CASH') = (reference IS NULL));
ALTER TABLE payments.cash_receipt ALTER COLUMN means DROP DEFAULT;
CREATE INDEX cash_receipt_reference ON payments.cash_receipt (account, reference) WHERE reference IS NOT NULL;

ALTER TABLE payments.transfer
    DROP CONSTRAINT transfer_debit_check,
    DROP CONSTRAINT transfer_credit_check,
    ADD CONSTRAINT transfer_debit_check
        CHECK (debit ~ '^(bank|cash|mobile|suspense|refund|income|out|due|owed:[0-9A-Z]+)$'),
    ADD CONSTRAINT transfer_credit_check
        CHECK (credit ~ '^(bank|cash|mobile|suspense|refund|income|out|due|owed:[0-9A-Z]+)$');
