-- What a trader owes and has paid, on the trader's own phone.
CREATE INDEX charge_trader ON market.charge (market, trader, month);
