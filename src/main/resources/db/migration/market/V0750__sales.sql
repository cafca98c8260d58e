-- A sale for which a trader made a code: what is asked for and what came is with the payments module, under this id.
CREATE TABLE market.sale (
    market uuid NOT NULL,
    id uuid NOT NULL,
    stall uuid NOT NULL,
    PRIMARY KEY (market, id),
    FOREIGN KEY (market, stall) REFERENCES market.stall (market, id)
);
CREATE INDEX sale_id ON market.sale (id);
