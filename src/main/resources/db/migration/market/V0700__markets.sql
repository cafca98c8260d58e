CREATE SCHEMA market;

CREATE TABLE market.market (
    id uuid PRIMARY KEY,
    -- in addresses of pages and in the facts' facets
    code text COLLATE "C" NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
    -- the commune
    unit text COLLATE "C" NOT NULL,
    -- as Decree 60/2024/NĐ-CP sorts markets
    class smallint CHECK (class BETWEEN 1 AND 3),
    address text NOT NULL CHECK (length(address) <= 200),
    -- the bank connection that hears its traders' accounts
    connection text COLLATE "C",
    -- the account for rent and the like, by the payments module's number
    charges_account integer,
    opened_on date NOT NULL,
    closed_on date CHECK (closed_on >= opened_on),
    synthetic boolean NOT NULL,
    version integer NOT NULL DEFAULT 1
);
CREATE INDEX market_unit ON market.market (unit);

-- Everything below has its market in every key, and stays where its market is.
CREATE TABLE market.zone (
    market uuid NOT NULL REFERENCES market.market (id),
    id uuid NOT NULL,
    name text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    sort integer NOT NULL,
    PRIMARY KEY (market, id),
    UNIQUE (market, name)
);

CREATE TABLE market.stall (
    market uuid NOT NULL,
    id uuid NOT NULL,
    zone uuid NOT NULL,
    number text COLLATE "C" NOT NULL CHECK (number ~ '^[0-9A-Z][0-9A-Z./-]{0,19}$'),
    -- sorts A2 before A10: each number of its own with six digits
    place text COLLATE "C" NOT NULL GENERATED ALWAYS AS (regexp_replace(
        regexp_replace(number, '([0-9]+)', '00000\1', 'g'), '[0-9]*([0-9]{6})', '\1', 'g')) STORED,
    area_m2 numeric(7, 2) CHECK (area_m2 > 0),
    goods text NOT NULL CHECK (length(goods) <= 120),
    opened_on date NOT NULL,
    closed_on date CHECK (closed_on >= opened_on),
    PRIMARY KEY (market, id),
    UNIQUE (market, number),
    FOREIGN KEY (market, zone) REFERENCES market.zone (market, id)
);
CREATE INDEX stall_id ON market.stall (id);
CREATE INDEX stall_place ON market.stall (market, place, number);

CREATE TABLE market.trader (
    market uuid NOT NULL REFERENCES market.market (id),
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('PERSON', 'HOUSEHOLD', 'COMPANY')),
    name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
    -- the name in small letters without marks, to be searched
    sought text COLLATE "C" NOT NULL,
    tax_code text COLLATE "C" CHECK (tax_code ~ '^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$'),
    -- sealed with a key that is not in the database; the mark tells equal numbers without opening them
    personal_number_sealed text COLLATE "C",
    personal_number_mark text COLLATE "C",
    phone_sealed text COLLATE "C",
    -- who signs in as this trader
    account uuid,
    joined_on date NOT NULL,
    left_on date CHECK (left_on >= joined_on),
    synthetic boolean NOT NULL,
    PRIMARY KEY (market, id),
    CHECK ((personal_number_sealed IS NULL) = (personal_number_mark IS NULL))
);
CREATE INDEX trader_id ON market.trader (id);
CREATE INDEX trader_account ON market.trader (account) WHERE account IS NOT NULL;
-- nobody is in a market twice at a time
CREATE UNIQUE INDEX trader_person ON market.trader (market, personal_number_mark) WHERE left_on IS NULL;
CREATE UNIQUE INDEX trader_tax ON market.trader (market, tax_code) WHERE left_on IS NULL;

CREATE TABLE market.contract (
    market uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    trader uuid NOT NULL,
    from_on date NOT NULL,
    -- the last day
    to_on date CHECK (to_on >= from_on),
    -- đồng in a month
    rent_vnd bigint NOT NULL CHECK (rent_vnd BETWEEN 0 AND 1000000000),
    PRIMARY KEY (market, id),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id),
    FOREIGN KEY (market, trader) REFERENCES market.trader (market, id),
    CONSTRAINT one_contract_at_a_time
        EXCLUDE USING gist (market public.gist_uuid_ops WITH =, stall public.gist_uuid_ops WITH =,
            daterange(from_on, to_on, '[]') WITH &&)
);
CREATE INDEX contract_trader ON market.contract (market, trader);

-- Where a stall's buyers can pay to. One account may serve several stalls of its owner.
CREATE TABLE market.acceptance (
    market uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    trader uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('VIETQR', 'WALLET', 'MOBILE_MONEY')),
    -- of a VietQR; the account's own number is with the payments module, by its number there
    bin text COLLATE "C" CHECK (bin ~ '^[0-9]{6}$'),
    account integer,
    -- the bank's or wallet's name as it was then
    label text NOT NULL CHECK (label <> '' AND length(label) <= 60),
    -- printed on the sign, so that one made by somebody else is known
    mark text COLLATE "C" CHECK (mark ~ '^[2-9A-HJ-NP-Z]{6}$'),
    from_on date NOT NULL,
    -- the last day
    to_on date CHECK (to_on >= from_on),
    PRIMARY KEY (market, id),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id),
    FOREIGN KEY (market, trader) REFERENCES market.trader (market, id),
    CHECK (kind <> 'VIETQR' OR (bin IS NOT NULL AND account IS NOT NULL AND mark IS NOT NULL))
);
CREATE INDEX acceptance_id ON market.acceptance (id);
CREATE INDEX acceptance_stall ON market.acceptance (market, stall);
CREATE INDEX acceptance_mark ON market.acceptance (mark) WHERE mark IS NOT NULL;
CREATE INDEX acceptance_account ON market.acceptance (account) WHERE account IS NOT NULL;
