-- Which fact says that a charge was paid: voided with it when a cash receipt is.
ALTER TABLE market.charge ADD COLUMN paid_fact uuid;
