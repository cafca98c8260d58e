-- By what its owner knows a session again in the list: "Chrome · Android", and the network that it began in. Nothing is
-- known of older ones.
ALTER TABLE identity.session
    ADD COLUMN browser text NOT NULL DEFAULT '' CHECK (length(browser) <= 80),
    ADD COLUMN network text NOT NULL DEFAULT '' CHECK (length(network) <= 64);
-- the list is read backwards from a place in it
DROP INDEX identity.session_account;
CREATE INDEX session_account ON identity.session (account, begun_at DESC, id DESC);
