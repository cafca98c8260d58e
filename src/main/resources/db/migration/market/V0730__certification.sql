-- What a market has to fulfil to be called "đạt chuẩn Chợ 4.0", from a day on; loaded from data/market/criteria.csv.
CREATE TABLE market.criterion (
    code text COLLATE "C" NOT NULL CHECK (code ~ '^[a-z0-9-]{2,40}$'),
    name text NOT NULL,
    name_en text NOT NULL,
    -- how it is known: computed from the register and the charges, or confirmed by a person
    measure text COLLATE "C" NOT NULL CHECK (measure IN ('TRADERS_EQUIPPED', 'CHARGES_CASHLESS', 'CONFIRMED')),
    least_pct integer CHECK (least_pct BETWEEN 0 AND 100),
    valid_from date NOT NULL,
    -- the last day
    valid_to date CHECK (valid_to >= valid_from),
    source text NOT NULL CHECK (source <> ''),
    PRIMARY KEY (code, valid_from),
    CHECK ((measure = 'CONFIRMED') = (least_pct IS NULL))
);

-- A person's word that a criterion holds, or holds no more: the latest counts.
CREATE TABLE market.confirmation (
    market uuid NOT NULL REFERENCES market.market (id),
    id uuid NOT NULL,
    criterion text COLLATE "C" NOT NULL,
    holds boolean NOT NULL,
    at timestamptz NOT NULL,
    by text NOT NULL,
    note text NOT NULL CHECK (note <> '' AND length(note) <= 300),
    PRIMARY KEY (market, id)
);
CREATE INDEX confirmation_latest ON market.confirmation (market, criterion, id);

CREATE TABLE market.certification (
    market uuid NOT NULL REFERENCES market.market (id),
    id uuid NOT NULL,
    from_on date NOT NULL,
    by text NOT NULL,
    -- since when it holds no more, and why
    revoked_on date CHECK (revoked_on >= from_on),
    reason text,
    PRIMARY KEY (market, id),
    CHECK ((revoked_on IS NULL) = (reason IS NULL))
);
CREATE INDEX certification_id ON market.certification (id);
CREATE UNIQUE INDEX certification_holds ON market.certification (market) WHERE revoked_on IS NULL;
