-- Who signs in to an account that was closed is told so, if they know its password; nobody else learns that there was one.
CREATE TABLE identity.closed_account (
    account uuid PRIMARY KEY,
    password text NOT NULL CHECK (password LIKE '$argon2id$%'),
    closed_at timestamptz NOT NULL
);
CREATE INDEX closed_account_closed_at ON identity.closed_account (closed_at);

INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('keep.identity.account', '2026-01-01', 90, 'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');
