-- A session says by what its owner proved who they are, and has a handle by which pages name it: never the hash of its
-- cookie. Those that go on were begun by a password.
ALTER TABLE identity.session
    ADD COLUMN id uuid NOT NULL DEFAULT uuidv7(),
    ADD COLUMN first_factor text NOT NULL DEFAULT 'PASSWORD'
        CHECK (first_factor IN ('PASSWORD', 'PASSKEY', 'UPSTREAM', 'LINK', 'DEMONSTRATION', 'CODE', 'RECOVERY_CODE')),
    ADD COLUMN first_at timestamptz,
    ADD COLUMN second_factor text
        CHECK (second_factor IN ('PASSWORD', 'PASSKEY', 'UPSTREAM', 'LINK', 'DEMONSTRATION', 'CODE', 'RECOVERY_CODE')),
    ADD COLUMN second_at timestamptz,
    ADD CONSTRAINT session_second CHECK ((second_factor IS NULL) = (second_at IS NULL));
UPDATE identity.session SET first_at = begun_at;
ALTER TABLE identity.session
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN first_factor DROP DEFAULT,
    ALTER COLUMN first_at SET NOT NULL;
-- the list of somebody's sessions, the newest first
DROP INDEX identity.session_account;
CREATE INDEX session_account ON identity.session (account, begun_at DESC, id);
