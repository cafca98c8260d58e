-- Whether any cash was taken for what was asked for, when the rest of it is paid otherwise.
CREATE INDEX cash_receipt_code ON payments.cash_receipt (code);
