-- The copies that were issued for one offer are one batch: people see and withdraw them together.
DELETE FROM identity.credential_offer;
ALTER TABLE identity.credential_offer ADD COLUMN batch uuid NOT NULL;

ALTER TABLE identity.issued_credential ADD COLUMN batch uuid;
UPDATE identity.issued_credential SET batch = id;
ALTER TABLE identity.issued_credential ALTER COLUMN batch SET NOT NULL;
CREATE INDEX issued_credential_batch ON identity.issued_credential (account, batch);

ALTER TABLE identity.credential_revocation
    DROP CONSTRAINT credential_revocation_reason_check,
    ADD CONSTRAINT credential_revocation_reason_check
        CHECK (reason IN ('HOLDER', 'HOLDING_ENDED', 'DATA_DELETED', 'CODE_REUSED', 'ACCOUNT_DISABLED'));

-- only for rows of before there were purposes
ALTER TABLE identity.signing_key ALTER COLUMN purpose DROP DEFAULT;

-- rights are looked up by their id alone, too
CREATE INDEX representation_id ON identity.representation (id);
