-- What a purpose no longer needed, deleted in the night: a figure for each purpose and night.
CREATE TABLE identity.retention_run (
    code text NOT NULL CHECK (code ~ '^[a-z.-]{1,80}$'),
    id uuid NOT NULL,
    before timestamptz NOT NULL,
    deleted integer NOT NULL CHECK (deleted >= 0),
    at timestamptz NOT NULL,
    PRIMARY KEY (code, id)
);
SELECT ground.append_only('identity.retention_run');

-- Somebody read the data of more people than a rule of the office allows in an hour or a day; once a day each.
CREATE TABLE identity.read_alarm (
    account uuid NOT NULL,
    id uuid NOT NULL,
    span text NOT NULL CHECK (span IN ('HOUR', 'DAY')),
    day date NOT NULL,
    unit text NOT NULL CHECK (length(unit) <= 35 AND unit ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$'),
    synthetic boolean NOT NULL,
    subjects integer NOT NULL CHECK (subjects > 0),
    allowed integer NOT NULL CHECK (allowed > 0),
    raised_at timestamptz NOT NULL,
    note text CHECK (length(note) BETWEEN 1 AND 1000),
    answered_at timestamptz,
    answered_by uuid,
    PRIMARY KEY (account, id),
    UNIQUE (account, span, day),
    CHECK ((note IS NULL) = (answered_at IS NULL) AND (note IS NULL) = (answered_by IS NULL))
);
CREATE INDEX read_alarm_id ON identity.read_alarm (id);
-- serves the count of the last hour and day
CREATE INDEX access_log_reads ON identity.access_log (id) WHERE subject IS NOT NULL;

INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('keep.delivery.inbox', '2026-01-01', 730, 'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('keep.notify.contact', '2026-01-01', 365, 'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('reads.hour', '2026-01-01', 60, 'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('reads.day', '2026-01-01', 300, 'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');
