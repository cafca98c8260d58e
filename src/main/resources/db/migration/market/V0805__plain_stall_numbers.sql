-- A stall is looked for as people say its number: k7 is K-7, so are k 7 and K/7.
ALTER TABLE market.stall ADD COLUMN plain text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (translate(number, './-', '')) STORED;
CREATE INDEX stall_plain ON market.stall (market, plain);
