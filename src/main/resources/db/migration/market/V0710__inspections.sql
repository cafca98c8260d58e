-- Somebody walks through a market and looks at each stall's sign.
CREATE TABLE market.round (
    market uuid NOT NULL REFERENCES market.market (id),
    id uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by text NOT NULL,
    closed_at timestamptz CHECK (closed_at >= opened_at),
    PRIMARY KEY (market, id)
);
CREATE UNIQUE INDEX round_open ON market.round (market) WHERE closed_at IS NULL;

-- What was read off a sign. Never changed: a sign that was put right is read again.
CREATE TABLE market.reading (
    market uuid NOT NULL,
    round uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    at timestamptz NOT NULL,
    by text NOT NULL,
    result text COLLATE "C" NOT NULL
        CHECK (result IN ('GENUINE', 'WRONG_STALL', 'FOREIGN', 'UNREADABLE', 'MISSING')),
    -- of the account that the sign names: the bank and the last four signs
    bin text COLLATE "C",
    tail text COLLATE "C",
    -- the whole text of a sign that is not ours, sealed: whoever put it there may have to be found
    text_sealed text COLLATE "C",
    PRIMARY KEY (market, id),
    FOREIGN KEY (market, round) REFERENCES market.round (market, id),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id)
);
CREATE INDEX reading_round ON market.reading (market, round, stall, id);
