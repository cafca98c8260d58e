-- Messages that a webhook was not told, because somebody said so: its receiver never took them, and those behind them
-- waited. Never changed.
CREATE TABLE payments.skipped_message (
    account integer NOT NULL,
    webhook uuid NOT NULL,
    -- the movement's
    number bigint NOT NULL CHECK (number > 0),
    at timestamptz NOT NULL,
    by uuid NOT NULL,
    -- who that is, as people read it
    name text NOT NULL,
    reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 200),
    PRIMARY KEY (account, webhook, number)
);
