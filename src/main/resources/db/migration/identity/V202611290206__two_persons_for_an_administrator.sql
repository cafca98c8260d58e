-- Who administers is made an administrator by two others: the first asks, and stands here for a day.
CREATE TABLE identity.grant_request (
    account uuid NOT NULL REFERENCES identity.account (id),
    role text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    asked_by uuid NOT NULL REFERENCES identity.account (id),
    asked_at timestamptz NOT NULL,
    PRIMARY KEY (account, role, unit)
);
