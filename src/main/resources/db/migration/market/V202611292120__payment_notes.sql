-- What a trader wrote beside a payment, and how a refund that its buyer asked for went: never changed, the last word holds.
CREATE TABLE market.payment_note (
    market uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    payment uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('NOTE', 'REFUND_ASKED', 'REFUND_DONE', 'REFUND_REFUSED')),
    text text NOT NULL CHECK (char_length(text) <= 200 AND (kind <> 'NOTE' OR text <> '')),
    at timestamptz NOT NULL,
    by_account uuid NOT NULL,
    by_name text NOT NULL,
    PRIMARY KEY (market, id),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id)
);
CREATE INDEX payment_note_of ON market.payment_note (market, payment, id);
SELECT ground.append_only('market.payment_note');
