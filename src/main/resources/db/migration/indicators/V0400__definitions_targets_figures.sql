CREATE SCHEMA IF NOT EXISTS indicators;

-- The dictionary of indicators.
CREATE TABLE indicators.indicator (
    code text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9.-]{1,63}$'),
    name_vi text NOT NULL CHECK (length(name_vi) BETWEEN 3 AND 300),
    name_en text NOT NULL CHECK (length(name_en) BETWEEN 3 AND 300),
    pillar text NOT NULL CHECK (pillar IN ('GOVERNMENT', 'ECONOMY', 'SOCIETY', 'INFRASTRUCTURE')),
    -- the unit of the value: percent, ratio (n of N, shown in per cent too), count, or a unit's own name (Mbps)
    measure text NOT NULL CHECK (length(measure) BETWEEN 1 AND 30),
    direction text NOT NULL CHECK (direction IN ('UP', 'DOWN')),
    -- how the values of units below make the value of the unit above
    aggregation text NOT NULL CHECK (aggregation IN ('SUM', 'RATIO', 'NONE')),
    -- how the values of months and quarters make the value of a longer period
    over_time text NOT NULL CHECK (over_time IN ('SUM', 'LAST')),
    frequency text NOT NULL CHECK (frequency IN ('MONTH', 'QUARTER', 'HALF', 'YEAR')),
    reported_by text CHECK (reported_by IN ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'AGENCY')),
    definition_vi text NOT NULL DEFAULT '' CHECK (length(definition_vi) <= 4000),
    definition_en text NOT NULL DEFAULT '' CHECK (length(definition_en) <= 4000),
    legal_basis text NOT NULL DEFAULT '' CHECK (length(legal_basis) <= 2000),
    -- empty: the indicator is only ever stated
    formula text NOT NULL DEFAULT '' CHECK (length(formula) <= 2000),
    sort integer NOT NULL DEFAULT 1000,
    active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    CHECK (reported_by IS NOT NULL OR formula <> '')
);

-- What figures and targets are taken from.
CREATE TABLE indicators.document (
    id uuid PRIMARY KEY,
    number text NOT NULL DEFAULT '' CHECK (length(number) <= 100),
    title text NOT NULL CHECK (length(title) BETWEEN 3 AND 500),
    issuer text NOT NULL DEFAULT '' CHECK (length(issuer) <= 300),
    issued_on date,
    file uuid,
    UNIQUE NULLS NOT DISTINCT (number, title, issuer, issued_on, file)
);

-- Targets are never overwritten: the newest of an indicator, unit and period holds, the older ones stay.
CREATE TABLE indicators.target (
    id uuid PRIMARY KEY,
    indicator text NOT NULL REFERENCES indicators.indicator,
    unit text NOT NULL,
    period text NOT NULL,
    value numeric(20, 6) NOT NULL CHECK (value >= 0),
    document uuid NOT NULL REFERENCES indicators.document,
    -- how it was concluded, when the document does not state it as it stands here
    derivation text NOT NULL DEFAULT '',
    synthetic boolean NOT NULL,
    set_at timestamptz NOT NULL,
    set_by uuid NOT NULL
);
CREATE INDEX target_of_figure ON indicators.target (unit, period, indicator, set_at DESC);

-- A call for figures: which indicators of which period are due from whom and when.
CREATE TABLE indicators.round (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 3 AND 200),
    period text NOT NULL,
    -- every unit of the level below this one owes the figures
    above text NOT NULL,
    level text NOT NULL CHECK (level IN ('NATION', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'AGENCY')),
    due date NOT NULL,
    synthetic boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by uuid NOT NULL,
    UNIQUE (period, above, level, name)
);

CREATE TABLE indicators.round_indicator (
    round uuid NOT NULL REFERENCES indicators.round,
    indicator text NOT NULL REFERENCES indicators.indicator,
    PRIMARY KEY (round, indicator)
);

-- What a unit hands in for a period: lines with the document they come from.
CREATE TABLE indicators.submission (
    id uuid PRIMARY KEY,
    unit text NOT NULL,
    period text NOT NULL,
    state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN')),
    document uuid REFERENCES indicators.document,
    note text NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
    -- of the uploaded spreadsheet: the same file counts once
    upload_sha256 text,
    synthetic boolean NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    created_by_name text NOT NULL,
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by uuid,
    decided_by_name text,
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 4000),
    version integer NOT NULL DEFAULT 1,
    CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (submitted_at IS NOT NULL AND document IS NOT NULL)),
    CHECK ((state IN ('RETURNED', 'ACCEPTED')) = (decided_at IS NOT NULL)),
    CHECK (state <> 'RETURNED' OR reason <> '')
);
-- one open paper at a time, so that two officers cannot write past each other
CREATE UNIQUE INDEX submission_open ON indicators.submission (unit, period, synthetic)
    WHERE state IN ('DRAFT', 'SUBMITTED', 'RETURNED');
CREATE UNIQUE INDEX submission_upload ON indicators.submission (unit, period, upload_sha256)
    WHERE upload_sha256 IS NOT NULL AND state <> 'WITHDRAWN';
CREATE INDEX submission_waiting ON indicators.submission (state, submitted_at) WHERE state = 'SUBMITTED';
CREATE INDEX submission_of_unit ON indicators.submission (unit, period, created_at DESC);

-- One line of it: what a unit states about an indicator. Evidence of a REPORTED or SURVEYED fact.
CREATE TABLE indicators.statement (
    id uuid PRIMARY KEY,
    submission uuid NOT NULL REFERENCES indicators.submission,
    unit text NOT NULL,
    indicator text NOT NULL REFERENCES indicators.indicator,
    period text NOT NULL,
    comparator text NOT NULL DEFAULT '=' CHECK (comparator IN ('=', '>', '<', '≥', '≤', '≈')),
    value numeric(20, 6),
    numerator numeric(20, 6) CHECK (numerator >= 0),
    denominator numeric(20, 6) CHECK (denominator > 0),
    -- change on the same period of the year before, in per cent, where the document states it
    yoy_pct numeric(12, 4),
    as_of date NOT NULL,
    provenance text NOT NULL CHECK (provenance IN ('REPORTED', 'SURVEYED')),
    quote text NOT NULL DEFAULT '' CHECK (length(quote) <= 2000),
    -- how it was concluded, when the document does not state it as it stands here
    derivation text NOT NULL DEFAULT '' CHECK (length(derivation) <= 1000),
    synthetic boolean NOT NULL,
    -- set when accepted; the newest accepted statement holds, the ones before it are superseded
    accepted_at timestamptz,
    superseded_by uuid REFERENCES indicators.statement,
    UNIQUE (submission, indicator, period),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (value IS NOT NULL OR numerator IS NOT NULL),
    CHECK (superseded_by IS NULL OR accepted_at IS NOT NULL)
);
CREATE UNIQUE INDEX statement_holding ON indicators.statement (unit, period, indicator, synthetic)
    WHERE accepted_at IS NOT NULL AND superseded_by IS NULL;

-- Which facts a statement was recorded as, so that a later one can correct them.
CREATE TABLE indicators.statement_fact (
    statement uuid NOT NULL REFERENCES indicators.statement,
    part text NOT NULL CHECK (part IN ('value', 'numerator', 'denominator')),
    fact uuid NOT NULL,
    PRIMARY KEY (statement, part)
);

-- Published figures. Append-only: a change is another revision, every one stays readable.
CREATE TABLE indicators.figure (
    unit text NOT NULL,
    period text NOT NULL,
    indicator text NOT NULL REFERENCES indicators.indicator,
    basis text NOT NULL CHECK (basis IN ('STATED', 'COMPUTED')),
    synthetic boolean NOT NULL,
    revision integer NOT NULL CHECK (revision >= 1),
    comparator text NOT NULL CHECK (comparator IN ('=', '>', '<', '≥', '≤', '≈')),
    value numeric(20, 6) NOT NULL,
    numerator numeric(20, 6),
    denominator numeric(20, 6),
    provenance text NOT NULL CHECK (provenance IN ('MEASURED', 'REPORTED', 'SURVEYED')),
    derivation text NOT NULL DEFAULT '',
    as_of date NOT NULL,
    -- the statement it repeats, when it is the unit's own
    statement uuid REFERENCES indicators.statement,
    -- of the units that should have reported, how many did; both null when it is the unit's own
    reported integer,
    expected integer,
    published_at timestamptz NOT NULL,
    published_by uuid NOT NULL,
    published_by_name text NOT NULL,
    PRIMARY KEY (unit, period, indicator, basis, synthetic, revision)
);
CREATE INDEX figure_compared ON indicators.figure (indicator, period, unit);

-- "Yêu cầu giải trình": a leader asks, the unit answers, both stay with the figure.
CREATE TABLE indicators.explanation (
    id uuid PRIMARY KEY,
    indicator text NOT NULL REFERENCES indicators.indicator,
    unit text NOT NULL,
    period text NOT NULL,
    state text NOT NULL CHECK (state IN ('ASKED', 'ANSWERED', 'CLOSED')),
    question text NOT NULL CHECK (length(question) BETWEEN 5 AND 4000),
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    asked_by_name text NOT NULL,
    due date NOT NULL,
    answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 8000),
    answered_at timestamptz,
    answered_by uuid,
    answered_by_name text,
    closed_at timestamptz,
    synthetic boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CHECK ((state = 'ASKED') = (answered_at IS NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX explanation_of_figure ON indicators.explanation (unit, period, indicator);
CREATE INDEX explanation_waiting ON indicators.explanation (unit, due) WHERE state = 'ASKED';

CREATE TABLE indicators.explanation_file (
    explanation uuid NOT NULL REFERENCES indicators.explanation,
    file uuid NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (explanation, file)
);
