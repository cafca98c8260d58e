-- Cash that a trader typed in: an entry is never changed, a correction is another entry that takes the whole of it back,
-- on the same day of the book. The key is made by the phone: sent twice, it counts once.
CREATE TABLE market.cash_sale (
    market uuid NOT NULL,
    id uuid NOT NULL,
    trader uuid NOT NULL,
    stall uuid NOT NULL,
    key uuid NOT NULL,
    day date NOT NULL,
    at timestamptz NOT NULL,
    amount bigint NOT NULL CHECK (amount BETWEEN -999999999 AND 999999999 AND amount <> 0),
    corrects uuid,
    PRIMARY KEY (market, id),
    UNIQUE (market, stall, key),
    UNIQUE (market, corrects),
    CHECK ((corrects IS NULL) = (amount > 0)),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id),
    FOREIGN KEY (market, trader) REFERENCES market.trader (market, id),
    FOREIGN KEY (market, corrects) REFERENCES market.cash_sale (market, id)
);
CREATE INDEX cash_sale_of_day ON market.cash_sale (market, trader, day);
SELECT ground.append_only('market.cash_sale');

-- What the tax rules ask of a household business by its revenue of a year, as documents state it. Of several statements
-- the latest that is in force holds; what people state goes before what came with a release.
CREATE TABLE market.revenue_rule (
    id uuid PRIMARY KEY,
    valid_from date NOT NULL,
    threshold_vnd bigint NOT NULL CHECK (threshold_vnd > 0),
    notice_month integer NOT NULL CHECK (notice_month BETWEEN 1 AND 12),
    notice_day integer NOT NULL CHECK (notice_day BETWEEN 1 AND 31),
    document text NOT NULL CHECK (char_length(document) BETWEEN 1 AND 120),
    source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
    checked text COLLATE "C" NOT NULL CHECK (checked IN ('READ', 'SECONDARY', 'COMPUTED', 'RECALLED')),
    shipped boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL
);
CREATE UNIQUE INDEX revenue_rule_shipped_once ON market.revenue_rule (valid_from) WHERE shipped;
SELECT ground.append_only('market.revenue_rule');
