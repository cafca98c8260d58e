-- A notification states single movements, not all of a day. A statement names what was left out of it or taken otherwise
-- than it says, and the rows whose running balance does not follow from the row before.
ALTER TABLE payments.statement
    ADD COLUMN complete boolean NOT NULL DEFAULT true,
    ADD COLUMN breaks integer NOT NULL DEFAULT 0 CHECK (breaks >= 0),
    ADD COLUMN notes integer NOT NULL DEFAULT 0 CHECK (notes >= 0);

-- What was left out of a statement, or taken otherwise. Never changed.
CREATE TABLE payments.statement_note (
    account integer NOT NULL,
    statement uuid NOT NULL,
    place integer NOT NULL CHECK (place > 0),
    -- of the file; 0: it is about the file as a whole
    line integer NOT NULL CHECK (line >= 0),
    -- the entry's reference and amount, or the number of another account
    at text CHECK (length(at) <= 200),
    reason text COLLATE "C" NOT NULL CHECK (reason ~ '^[A-Z_]+$'),
    PRIMARY KEY (account, statement, place)
);

-- In which encoding a bank writes its files where these do not say it themselves.
ALTER TABLE payments.csv_layout
    ADD COLUMN charset text COLLATE "C" NOT NULL DEFAULT 'UTF-8' CHECK (charset IN ('UTF-8', 'UTF-16', 'windows-1258'));
