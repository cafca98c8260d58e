-- Working time as documents state it. Nothing is changed or deleted: of several statements about one day the latest
-- holds, and the calendar can be read as it was known at any instant (known_at).
CREATE SCHEMA calendar;

CREATE TABLE calendar.stated_day (
    id uuid PRIMARY KEY,
    day date NOT NULL CHECK (day BETWEEN '2001-01-01' AND '2100-12-31'),
    kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'COMPENSATORY', 'SWAP_OFF', 'SWAP_WORKING', 'WITHDRAWN')),
    holiday text NOT NULL CHECK (holiday ~ '^[a-z-]{0,40}$'),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    document text NOT NULL CHECK (char_length(document) BETWEEN 1 AND 120),
    issued_on date NOT NULL,
    issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 120),
    source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
    checked text NOT NULL CHECK (checked IN ('READ', 'SECONDARY', 'COMPUTED', 'RECALLED')),
    shipped boolean NOT NULL,
    known_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL
);
COMMENT ON COLUMN calendar.stated_day.holiday IS
    'code of the holiday of the law whose days in that year are decided by this document; empty for none';
COMMENT ON COLUMN calendar.stated_day.shipped IS 'came with a release; what people state goes before it';
COMMENT ON COLUMN calendar.stated_day.known_at IS
    'since when the platform reckons with it; of the first data of an installation, the day of the document';
CREATE UNIQUE INDEX stated_day_shipped_once ON calendar.stated_day (day, kind, document) WHERE shipped;
SELECT ground.append_only('calendar.stated_day');

CREATE TABLE calendar.stated_hours (
    id uuid PRIMARY KEY,
    unit text NOT NULL,
    valid_from date NOT NULL,
    weekdays text NOT NULL,
    saturday text NOT NULL,
    document text NOT NULL CHECK (char_length(document) BETWEEN 1 AND 120),
    issued_on date NOT NULL,
    issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 120),
    source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
    checked text NOT NULL CHECK (checked IN ('READ', 'SECONDARY', 'COMPUTED', 'RECALLED')),
    synthetic boolean NOT NULL,
    shipped boolean NOT NULL,
    known_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL
);
COMMENT ON COLUMN calendar.stated_hours.weekdays IS
    'such as 07:30-11:30 13:30-17:00, of Monday to Friday; empty: from that day on the hours of the unit above hold';
CREATE UNIQUE INDEX stated_hours_shipped_once ON calendar.stated_hours (unit, valid_from, document) WHERE shipped;
SELECT ground.append_only('calendar.stated_hours');
