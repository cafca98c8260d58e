-- Numbers that the law or the office sets for the protection of personal data: what is stated later goes before.
CREATE TABLE identity.privacy_rule (
    code text NOT NULL CHECK (code ~ '^[a-z.-]{1,80}$'),
    valid_from date NOT NULL,
    value integer NOT NULL CHECK (value BETWEEN 1 AND 100000),
    document text NOT NULL CHECK (length(document) BETWEEN 1 AND 300),
    stated_by uuid NOT NULL,
    stated_at timestamptz NOT NULL,
    PRIMARY KEY (code, valid_from, stated_at)
);
SELECT ground.append_only('identity.privacy_rule');
INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('breach.notice-hours', '2023-07-01', 72, 'Nghị định 13/2023/NĐ-CP; Luật 91/2025/QH15: thời hạn nhớ lại, chưa đối chiếu với văn bản',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');

-- Breaches of personal data. What is told of one is kept revision by revision.
CREATE TABLE identity.breach (
    id uuid PRIMARY KEY,
    unit text NOT NULL CHECK (length(unit) <= 35 AND unit ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$'),
    synthetic boolean NOT NULL,
    noticed_at timestamptz NOT NULL,
    -- by when the authority is to be told, by the rule of that day
    due_at timestamptz NOT NULL CHECK (due_at > noticed_at),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL
);
SELECT ground.append_only('identity.breach');
CREATE TABLE identity.breach_revision (
    breach uuid NOT NULL,
    no integer NOT NULL CHECK (no > 0),
    -- the four contents of a notice
    happened text NOT NULL CHECK (length(happened) BETWEEN 1 AND 2000),
    contact text NOT NULL CHECK (length(contact) BETWEEN 1 AND 300),
    consequences text NOT NULL CHECK (length(consequences) BETWEEN 1 AND 2000),
    measures text NOT NULL CHECK (length(measures) BETWEEN 1 AND 2000),
    affected integer NOT NULL CHECK (affected BETWEEN 0 AND 100000000),
    authority_told_at timestamptz,
    people_told_at timestamptz,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (breach, no)
);
SELECT ground.append_only('identity.breach_revision');
