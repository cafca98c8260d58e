-- What a stall owes the market for a month. The money itself is the payments module's: the code is its payable's.
CREATE TABLE market.charge (
    market uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    trader uuid NOT NULL,
    -- its first day
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('RENT', 'ELECTRICITY', 'SANITATION', 'OTHER')),
    amount_vnd bigint NOT NULL CHECK (amount_vnd BETWEEN 1 AND 1000000000),
    due_on date NOT NULL,
    account integer NOT NULL,
    code text COLLATE "C" NOT NULL,
    paid_on date,
    channel text COLLATE "C" CHECK (channel IN ('cashless', 'cash')),
    cancelled_on date,
    PRIMARY KEY (market, id),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id),
    FOREIGN KEY (market, trader) REFERENCES market.trader (market, id),
    CHECK ((paid_on IS NULL) = (channel IS NULL)),
    CHECK (paid_on IS NULL OR cancelled_on IS NULL)
);
CREATE INDEX charge_id ON market.charge (id);
-- asked for once, unless it was called off
CREATE UNIQUE INDEX charge_month ON market.charge (market, month, kind, stall) WHERE cancelled_on IS NULL;
CREATE INDEX charge_owed ON market.charge (market, stall, due_on) WHERE paid_on IS NULL AND cancelled_on IS NULL;
