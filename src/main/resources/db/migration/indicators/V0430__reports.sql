-- Reports as they were built: figures, paper and spreadsheet are kept and never change; building again makes another.
CREATE TABLE indicators.report (
    -- made with the form, so that a form sent twice is one report
    id uuid PRIMARY KEY,
    unit text NOT NULL,
    period text NOT NULL,
    state text NOT NULL CHECK (state IN ('WAITING', 'BUILT', 'FAILED')),
    -- how far the build has come: 1 figures, 2 paper, 3 spreadsheet
    step smallint NOT NULL DEFAULT 0 CHECK (step BETWEEN 0 AND 3),
    -- what stands around the figures on the paper
    superior text NOT NULL CHECK (length(superior) <= 200),
    agency text NOT NULL CHECK (length(agency) BETWEEN 1 AND 200),
    number text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
    place text NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
    dated date NOT NULL,
    addressee text NOT NULL CHECK (length(addressee) <= 300),
    recipients text[] NOT NULL CHECK (cardinality(recipients) <= 30),
    authority text NOT NULL CHECK (length(authority) <= 200),
    signer_position text NOT NULL CHECK (length(signer_position) BETWEEN 1 AND 200),
    signer text NOT NULL CHECK (length(signer) <= 100),
    opening text NOT NULL CHECK (length(opening) <= 4000),
    closing text NOT NULL CHECK (length(closing) <= 4000),
    -- what was asked for; whether such figures are in it is in "synthetic"
    demonstration boolean NOT NULL,
    explanations boolean NOT NULL,
    ordered_at timestamptz NOT NULL,
    ordered_by uuid NOT NULL,
    ordered_by_name text NOT NULL,
    -- by a demonstration account: the paper says so on every page
    on_trial boolean NOT NULL,
    -- of the incident, for whoever is asked to help
    failure text NOT NULL DEFAULT '',
    built_at timestamptz,
    synthetic boolean,
    -- of the CSV, which holds the figures
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    csv bytea,
    xlsx bytea,
    pdf bytea,
    CHECK ((state = 'BUILT') = (num_nonnulls(built_at, synthetic, sha256, csv, xlsx, pdf) = 6)),
    CHECK (state = 'BUILT' OR num_nonnulls(built_at, synthetic, sha256, csv, xlsx, pdf) = 0),
    CHECK ((state = 'FAILED') = (failure <> ''))
);
CREATE INDEX report_listed ON indicators.report (ordered_at DESC, id DESC);

-- Which revisions a report holds: only what is published can be in one.
CREATE TABLE indicators.report_figure (
    report uuid NOT NULL REFERENCES indicators.report,
    position integer NOT NULL,
    unit text NOT NULL,
    period text NOT NULL,
    indicator text NOT NULL,
    basis text NOT NULL,
    synthetic boolean NOT NULL,
    revision integer NOT NULL,
    PRIMARY KEY (report, position),
    FOREIGN KEY (unit, period, indicator, basis, synthetic, revision) REFERENCES indicators.figure
);
