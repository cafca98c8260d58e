-- Who owed what cash was taken for, by the name of that day, as the receipt prints it; null: nobody knew.
ALTER TABLE payments.cash_receipt ADD COLUMN payer text CHECK (payer <> '');
