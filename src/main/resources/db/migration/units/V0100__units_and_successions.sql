CREATE SCHEMA units;

-- Lets one exclusion constraint compare a text for equality and a range for overlap. A trusted extension of PostgreSQL's own.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

-- The files of one province: taken as a whole, replaced as a whole.
CREATE TABLE units.collection (
    name text PRIMARY KEY CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(name) <= 40),
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    shipped boolean NOT NULL,
    loaded_at timestamptz NOT NULL,
    loaded_by text NOT NULL
);

CREATE TABLE units.version (
    code text NOT NULL CHECK (code ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$' AND length(code) <= 35),
    ordinal smallint NOT NULL CHECK (ordinal > 0),
    collection text NOT NULL REFERENCES units.collection (name),
    name text NOT NULL CHECK (name <> ''),
    name_en text CHECK (name_en <> ''),
    kind text NOT NULL CHECK (kind IN ('nation', 'province', 'city', 'district', 'district-city', 'district-town',
        'ward', 'commune', 'township', 'special-zone', 'agency')),
    parent text,
    valid_from date,
    valid_to date,
    source text NOT NULL,
    checked text NOT NULL CHECK (checked IN ('V', 'V2', 'C', 'R')),
    PRIMARY KEY (code, ordinal),
    CHECK (valid_to >= valid_from),
    CHECK ((parent IS NULL) = (kind = 'nation')),
    CONSTRAINT one_version_at_a_time
        EXCLUDE USING gist (code public.gist_text_ops WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE units.succession (
    effective date NOT NULL,
    old_code text NOT NULL,
    -- null: nobody recorded the heir
    new_code text,
    collection text NOT NULL REFERENCES units.collection (name),
    share numeric CHECK (share > 0 AND share <= 1),
    source text NOT NULL,
    checked text NOT NULL CHECK (checked IN ('V', 'V2', 'C', 'R')),
    UNIQUE NULLS NOT DISTINCT (old_code, effective, new_code)
);
