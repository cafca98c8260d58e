-- The key that a session was begun with: whoever removes the key ends the session in the same statement, and a session
-- that begins at the same moment finds no key to refer to.
ALTER TABLE identity.session ADD COLUMN passkey uuid;
ALTER TABLE identity.session ADD CONSTRAINT session_passkey FOREIGN KEY (account, passkey)
    REFERENCES identity.passkey (account, id) ON DELETE CASCADE;
CREATE INDEX session_passkey ON identity.session (account, passkey) WHERE passkey IS NOT NULL;
