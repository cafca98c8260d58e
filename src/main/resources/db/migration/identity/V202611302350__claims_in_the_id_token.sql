-- Names of the claims that a client wants in the ID token besides what is always there (OpenID Connect Core 1.0, section 5.5).
ALTER TABLE identity.client_authorization
    ADD COLUMN id_claims text[] NOT NULL DEFAULT '{}' CHECK (cardinality(id_claims) <= 20);
