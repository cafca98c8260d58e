-- Whether a client must bind each code to a verifier (RFC 7636): all, but one that proves who it is and was registered without.
ALTER TABLE identity.client
    ADD COLUMN pkce boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT client_pkce CHECK (
        pkce OR (NOT fapi AND (secret_hash IS NOT NULL OR jwks IS NOT NULL OR jwks_uri IS NOT NULL)));
