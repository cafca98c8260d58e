CREATE SCHEMA payments;

-- Who holds accounts under a BIN (the first digits of a card or VietQR code), and from when to when: banks merge and
-- change their names.
CREATE TABLE payments.bank (
    bin text COLLATE "C" NOT NULL CHECK (bin ~ '^[0-9]{6}$'),
    name text NOT NULL CHECK (name <> '' AND length(name) <= 60),
    valid_from date NOT NULL DEFAULT '-infinity',
    -- the last day; null: still so
    valid_to date,
    source text NOT NULL CHECK (source <> ''),
    PRIMARY KEY (bin, valid_from),
    CHECK (valid_to >= valid_from)
);
