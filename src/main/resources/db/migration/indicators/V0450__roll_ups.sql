CREATE SCHEMA IF NOT EXISTS indicators;

-- What the log's facts come to, by day, month and half-year. Derived: rebuilt from the log at any time.
-- The key begins with grain and start: a scorecard (all units, all kinds, one period) is one stretch of the index,
-- and so is one indicator of one unit in one period.
CREATE TABLE indicators.roll_up (
    count bigint NOT NULL,
    amount bigint NOT NULL,
    start date NOT NULL,
    synthetic boolean NOT NULL,
    grain text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    provenance text COLLATE "C" NOT NULL CHECK (provenance IN ('MEASURED', 'REPORTED', 'SURVEYED')),
    facets jsonb NOT NULL CHECK (jsonb_typeof(facets) = 'object'),
    -- the numbers of the distinct subjects as a serialised Roaring bitmap; null: none had a subject
    subjects bytea,
    PRIMARY KEY (grain, start, kind, unit, facets, provenance, synthetic),
    CHECK (CASE grain
        WHEN 'D' THEN true
        WHEN 'M' THEN extract(day FROM start) = 1
        WHEN 'S' THEN extract(day FROM start) = 1 AND extract(month FROM start) IN (1, 7)
        ELSE false END)
);
-- Bitmaps are compressed already.
ALTER TABLE indicators.roll_up ALTER COLUMN subjects SET STORAGE EXTERNAL;

-- Subjects as numbers, so that sets of them are small. Never changed: rows may be kept in memory. One row for every
-- subject there ever was; at 50 bytes each, ten million people are half a gigabyte.
CREATE TABLE indicators.subject (
    number integer NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    subject uuid PRIMARY KEY
);

-- How things stood: the last amount of each day, for kinds that state instead of count.
CREATE TABLE indicators.state (
    at timestamptz NOT NULL,
    amount bigint NOT NULL,
    -- zero: about the unit itself
    subject uuid NOT NULL,
    day date NOT NULL,
    synthetic boolean NOT NULL,
    kind text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    provenance text COLLATE "C" NOT NULL CHECK (provenance IN ('MEASURED', 'REPORTED', 'SURVEYED')),
    facets jsonb NOT NULL CHECK (jsonb_typeof(facets) = 'object'),
    PRIMARY KEY (kind, unit, facets, subject, synthetic, day, provenance)
);

-- How far the log has been counted; whoever holds the row counts on.
CREATE TABLE indicators.roll_up_position (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    position text NOT NULL,
    -- every fact committed before this instant is counted
    as_of timestamptz NOT NULL,
    facts bigint NOT NULL CHECK (facts >= 0)
);
INSERT INTO indicators.roll_up_position (position, as_of, facts) VALUES ('0.0', now(), 0);
