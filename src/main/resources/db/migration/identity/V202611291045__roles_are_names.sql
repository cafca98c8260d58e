-- which roles there are is said by the rooms that mean them, and checked when one is given
ALTER TABLE identity.role_grant
    DROP CONSTRAINT role_grant_role_check,
    ADD CONSTRAINT role_grant_role_check CHECK (role ~ '^[A-Z][A-Z_]{1,39}$');
