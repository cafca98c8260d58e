-- A bank may give one movement several references: a statement says all of them.
ALTER TABLE payments.told
    DROP CONSTRAINT told_pkey,
    DROP CONSTRAINT told_account_source_source_id_key,
    ADD PRIMARY KEY (account, source, source_id);
CREATE INDEX told_number ON payments.told (account, number, source);
