-- Officials who will leave: roles end with the last day by themselves, and the account is closed soon after. The row goes
-- then; the access log keeps what happened.
CREATE TABLE identity.departure (
    account uuid PRIMARY KEY REFERENCES identity.account (id),
    last_day date NOT NULL,
    paper text NOT NULL CHECK (length(paper) BETWEEN 1 AND 200),
    made_by uuid NOT NULL REFERENCES identity.account (id) CHECK (made_by <> account),
    made_at timestamptz NOT NULL
);
CREATE INDEX departure_last_day ON identity.departure (last_day);
