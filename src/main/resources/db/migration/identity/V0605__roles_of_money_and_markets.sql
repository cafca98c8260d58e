ALTER TABLE identity.role_grant
    DROP CONSTRAINT role_grant_role_check,
    ADD CONSTRAINT role_grant_role_check CHECK (role IN ('LEADER', 'STEERING_OFFICE', 'REPORTER', 'REVIEWER', 'AUDITOR',
        'ADMINISTRATOR', 'ACCOUNTANT', 'MARKET_MANAGER', 'COLLECTOR', 'TRADER'));
