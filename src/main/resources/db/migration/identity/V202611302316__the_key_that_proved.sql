-- The key by which a session's owner proved who they are once more: whoever removes it ends the session.
ALTER TABLE identity.session ADD COLUMN proof_passkey uuid;
ALTER TABLE identity.session ADD CONSTRAINT session_proof_passkey FOREIGN KEY (account, proof_passkey)
    REFERENCES identity.passkey (account, id) ON DELETE CASCADE;
CREATE INDEX session_proof_passkey ON identity.session (account, proof_passkey) WHERE proof_passkey IS NOT NULL;
