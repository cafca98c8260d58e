-- Boundaries that the operator loads. Nothing is changed or deleted: of several files for the same days the latest
-- counts, and one that was withdrawn does not.
CREATE SCHEMA maps;

CREATE TABLE maps.boundary_file (
    id uuid PRIMARY KEY,
    boundaries_on date NOT NULL,
    source text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 300),
    licence text NOT NULL CHECK (char_length(licence) BETWEEN 1 AND 300),
    units integer NOT NULL CHECK (units > 0),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at timestamptz NOT NULL,
    loaded_by text NOT NULL,
    account uuid NOT NULL
);
COMMENT ON COLUMN maps.boundary_file.boundaries_on IS
    'a day on which these boundaries were in force; they count on all days until a boundary changed';
COMMENT ON COLUMN maps.boundary_file.sha256 IS 'of the file as it was sent';
SELECT ground.append_only('maps.boundary_file');

CREATE TABLE maps.outline (
    file uuid NOT NULL REFERENCES maps.boundary_file,
    unit text NOT NULL,
    shape bytea NOT NULL,
    PRIMARY KEY (file, unit)
);
COMMENT ON COLUMN maps.outline.shape IS 'polygon or polygons in degrees (WGS 84), well-known binary (ISO 19125)';
SELECT ground.append_only('maps.outline');

CREATE TABLE maps.withdrawal (
    file uuid PRIMARY KEY REFERENCES maps.boundary_file,
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by text NOT NULL,
    account uuid NOT NULL
);
SELECT ground.append_only('maps.withdrawal');
