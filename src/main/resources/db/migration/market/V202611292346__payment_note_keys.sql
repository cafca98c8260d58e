-- A form that is sent twice is written down once: the key is made with the form. What is there was sent once.
ALTER TABLE market.payment_note ADD COLUMN key uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE market.payment_note ALTER COLUMN key DROP DEFAULT;
ALTER TABLE market.payment_note ADD UNIQUE (market, payment, key);
