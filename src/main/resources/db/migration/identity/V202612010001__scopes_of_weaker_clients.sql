-- Who sends no PKCE reads names at most; what is allowed from afar by a code neither writes nor, at a client that proves
-- nothing, goes on without the person.
UPDATE identity.client
SET scopes = array_remove(array_remove(array_remove(scopes, 'offline_access'), 'api_read'), 'api_write') WHERE NOT pkce;
UPDATE identity.client SET scopes = array_remove(scopes, 'api_write') WHERE 'DEVICE_CODE' = ANY (grants);
UPDATE identity.client SET scopes = array_remove(scopes, 'offline_access')
WHERE 'DEVICE_CODE' = ANY (grants) AND secret_hash IS NULL AND jwks IS NULL AND jwks_uri IS NULL;
ALTER TABLE identity.client
    ADD CONSTRAINT client_scopes_without_pkce CHECK (pkce OR NOT scopes && ARRAY['offline_access', 'api_read', 'api_write']),
    ADD CONSTRAINT client_scopes_of_devices CHECK (
        NOT 'DEVICE_CODE' = ANY (grants)
        OR (NOT 'api_write' = ANY (scopes)
            AND (NOT 'offline_access' = ANY (scopes)
                OR secret_hash IS NOT NULL OR jwks IS NOT NULL OR jwks_uri IS NOT NULL)));
