-- Each authorization is a line of its person's page, known again by the browser and network in which it was allowed, or by
-- the network of the device. The handle names it there, for the id is part of its tokens.
ALTER TABLE identity.client_authorization
    ADD COLUMN handle uuid NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN browser text NOT NULL DEFAULT '' CHECK (length(browser) <= 80),
    ADD COLUMN network text NOT NULL DEFAULT '' CHECK (length(network) <= 64);
ALTER TABLE identity.client_authorization ALTER COLUMN handle DROP DEFAULT;
DROP INDEX identity.client_authorization_of;
-- read backwards from a place in the list
CREATE INDEX client_authorization_of ON identity.client_authorization (account, client, handle DESC)
    WHERE ended_at IS NULL;
