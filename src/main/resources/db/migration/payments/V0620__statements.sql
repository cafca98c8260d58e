-- What came in on one account for charges and paid what was asked for on another: the same in the books of both.
ALTER TABLE payments.transfer
    DROP CONSTRAINT transfer_debit_check,
    DROP CONSTRAINT transfer_credit_check,
    ADD CONSTRAINT transfer_debit_check
        CHECK (debit ~ '^(bank|cash|suspense|refund|income|out|due|owed:[0-9A-Z]+)$'),
    ADD CONSTRAINT transfer_credit_check
        CHECK (credit ~ '^(bank|cash|suspense|refund|income|out|due|owed:[0-9A-Z]+)$');

ALTER TABLE payments.finding
    DROP CONSTRAINT finding_decision_check,
    ADD CONSTRAINT finding_decision_check CHECK (decision IN ('ASSIGNED', 'REFUNDED', 'DEPOSITED', 'KEPT'));

-- How banks lay out their CSV statements: data, as banks change them.
CREATE TABLE payments.csv_layout (
    id uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name <> '' AND length(name) <= 100),
    -- who says so
    source text NOT NULL CHECK (source <> '' AND length(source) <= 200),
    delimiter text COLLATE "C" NOT NULL CHECK (delimiter IN (',', ';', '|', E'\t')),
    header_line integer NOT NULL CHECK (header_line BETWEEN 1 AND 100),
    ends_at text,
    -- null: the file does not say of which account it is
    account_column text,
    date_column text NOT NULL,
    time_column text,
    in_column text,
    out_column text,
    amount_column text,
    reference_column text,
    memo_column text NOT NULL,
    payer_name_column text,
    payer_account_column text,
    decimals text COLLATE "C" NOT NULL CHECK (decimals IN ('VIETNAMESE', 'ENGLISH')),
    date_pattern text NOT NULL,
    time_pattern text,
    added_at timestamptz NOT NULL,
    CHECK ((time_column IS NULL) = (time_pattern IS NULL)),
    CHECK ((in_column IS NULL) = (out_column IS NULL)),
    CHECK ((in_column IS NULL) <> (amount_column IS NULL))
);

-- [R]: as such files commonly look; each bank's own is to be looked at and added before it is used.
INSERT INTO payments.csv_layout (id, name, source, delimiter, header_line, ends_at, account_column, date_column,
    time_column, in_column, out_column, amount_column, reference_column, memo_column, payer_name_column,
    payer_account_column, decimals, date_pattern, time_pattern, added_at)
VALUES
    ('0193492a-0000-7000-8000-000000000001', 'Mẫu ghi có – ghi nợ',
        '[R] mẫu thường gặp, chưa đối chiếu với ngân hàng nào', ',', 1, 'Tổng cộng', NULL, 'Ngày giao dịch', NULL,
        'Ghi có', 'Ghi nợ', NULL, 'Số bút toán', 'Nội dung', NULL, NULL, 'VIETNAMESE', 'dd/MM/yyyy HH:mm:ss', NULL,
        '2026-11-23T00:00:00Z'),
    ('0193492a-0000-7000-8000-000000000002', 'Signed amounts, English',
        '[R] a common layout, not yet compared with any bank''s', ',', 1, NULL, 'Account', 'Date', 'Time',
        NULL, NULL, 'Amount', 'Reference', 'Description', NULL, NULL, 'ENGLISH', 'yyyy-MM-dd', 'HH:mm:ss',
        '2026-11-23T00:00:00Z');

-- A bank's statement file, taken once and whole.
CREATE TABLE payments.statement (
    account integer NOT NULL,
    id uuid NOT NULL,
    -- SHA-256 of the file in hexadecimal
    hash text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    name text NOT NULL CHECK (length(name) <= 200),
    first_day date NOT NULL,
    last_day date NOT NULL,
    lines integer NOT NULL CHECK (lines > 0),
    -- how many of the lines nobody had told of before
    fresh integer NOT NULL CHECK (fresh BETWEEN 0 AND lines),
    -- đồng by which the balances changed more than the lines say; null: the file states no balances
    unexplained bigint,
    opening bigint,
    closing bigint,
    taken_at timestamptz NOT NULL,
    taken_by uuid NOT NULL,
    PRIMARY KEY (account, id),
    UNIQUE (account, hash),
    CHECK (last_day >= first_day)
);
CREATE INDEX statement_day ON payments.statement (account, last_day);

-- A line of a statement and the movement that it states. Statements overlap, so that a movement may be stated twice.
CREATE TABLE payments.statement_line (
    account integer NOT NULL,
    statement uuid NOT NULL,
    line integer NOT NULL CHECK (line > 0),
    day date NOT NULL,
    movement bigint NOT NULL,
    PRIMARY KEY (account, statement, line)
);
CREATE INDEX statement_line_day ON payments.statement_line (account, day, movement);
CREATE INDEX statement_line_movement ON payments.statement_line (account, movement);

-- The last receipt number of an account in a year. Whoever holds the row numbers the next, so that there is no gap.
CREATE TABLE payments.cash_count (
    account integer NOT NULL,
    year integer NOT NULL CHECK (year BETWEEN 2000 AND 2199),
    last integer NOT NULL CHECK (last > 0),
    PRIMARY KEY (account, year)
) WITH (fillfactor = 40);

-- Cash that a collector took for what was asked for. Never changed.
CREATE TABLE payments.cash_receipt (
    account integer NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    id uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    -- đồng still owed afterwards
    owed bigint NOT NULL CHECK (owed >= 0),
    at timestamptz NOT NULL,
    code text COLLATE "C" NOT NULL,
    what text NOT NULL,
    taken_by uuid NOT NULL,
    -- who took it, as the receipt prints it
    collector text NOT NULL,
    -- made by the form, so that a form sent twice counts once
    key uuid NOT NULL,
    synthetic boolean NOT NULL,
    PRIMARY KEY (account, year, number),
    UNIQUE (account, key)
);
CREATE INDEX cash_receipt_id ON payments.cash_receipt (id);
CREATE INDEX cash_receipt_taken ON payments.cash_receipt (taken_by, at);

-- A receipt that is not valid any more, and why: the receipt itself stays.
CREATE TABLE payments.cash_void (
    account integer NOT NULL,
    receipt uuid NOT NULL,
    at timestamptz NOT NULL,
    by uuid NOT NULL,
    reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 200),
    PRIMARY KEY (account, receipt)
);
