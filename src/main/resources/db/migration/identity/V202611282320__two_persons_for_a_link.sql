-- Some accounts get a link for a new password by two administrators: the first asks, and stands here for a day.
CREATE TABLE identity.reset_request (
    account uuid PRIMARY KEY REFERENCES identity.account (id),
    asked_by uuid NOT NULL REFERENCES identity.account (id),
    asked_at timestamptz NOT NULL
);
