-- Whom the market reminded of what is overdue: never changed. The id is the form's, so that one sent twice counts once.
CREATE TABLE market.reminder (
    market uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    trader uuid NOT NULL,
    -- of so many charges, overdue on that day
    count integer NOT NULL CHECK (count > 0),
    owed_vnd bigint NOT NULL CHECK (owed_vnd > 0),
    at timestamptz NOT NULL,
    by_account uuid NOT NULL,
    by_name text NOT NULL,
    PRIMARY KEY (market, id, stall, trader),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id)
);
CREATE INDEX reminder_of ON market.reminder (market, stall, trader, at);
SELECT ground.append_only('market.reminder');
