-- What was paid on some days, compared with what the bank states of them; and who else uses an account.
CREATE INDEX charge_paid ON market.charge (market, paid_on) WHERE paid_on IS NOT NULL;
CREATE INDEX market_charges_account ON market.market (charges_account) WHERE charges_account IS NOT NULL;
