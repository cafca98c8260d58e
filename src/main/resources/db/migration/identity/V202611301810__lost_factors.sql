-- What takes a lost passkey or code from an account: two administrators ask for it, and a day passes in which its owner
-- can stop it. The row goes when it is done or stopped; the access log keeps what happened.
CREATE TABLE identity.factor_removal (
    account uuid PRIMARY KEY REFERENCES identity.account (id),
    asked_by uuid NOT NULL REFERENCES identity.account (id),
    asked_at timestamptz NOT NULL,
    agreed_by uuid REFERENCES identity.account (id) CHECK (agreed_by <> asked_by),
    opens_at timestamptz CHECK (opens_at > asked_at),
    CHECK ((agreed_by IS NULL) = (opens_at IS NULL)),
    CHECK (account NOT IN (asked_by, agreed_by))
);
CREATE INDEX factor_removal_opens_at ON identity.factor_removal (opens_at) WHERE opens_at IS NOT NULL;
