-- By what it was shown that an account is a person's: what is tied to a person opens to an account that was shown by more
-- than VNeID's level 1 only.
ALTER TABLE identity.account_person
    ADD COLUMN proof text COLLATE "C" CHECK (proof IN ('VNEID_1', 'COUNTER', 'VNEID_2'));
UPDATE identity.account_person SET proof = CASE
    WHEN EXISTS (SELECT 1 FROM identity.upstream_account u WHERE u.account = account_person.account AND u.level = 2)
    THEN 'VNEID_2' ELSE 'VNEID_1' END;
ALTER TABLE identity.account_person ALTER COLUMN proof SET NOT NULL;
