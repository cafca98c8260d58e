-- People as the law knows them. The number is sealed, and the id made from it by a key: a number has one person. Those
-- of the demonstration are apart: a real clerk never finds one.
CREATE TABLE identity.person (
    id uuid PRIMARY KEY,
    synthetic boolean NOT NULL,
    number_sealed bytea NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120 AND name = btrim(name)),
    born date NOT NULL CHECK (born >= '1900-01-01'),
    proof text NOT NULL CHECK (proof IN ('COUNTER', 'VNEID_1', 'VNEID_2')),
    proven_at timestamptz NOT NULL,
    made_at timestamptz NOT NULL
);

-- An account is one person's for good; a person may have several.
CREATE TABLE identity.account_person (
    account uuid PRIMARY KEY REFERENCES identity.account (id),
    person uuid NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX account_person_person ON identity.account_person (person);

-- Who may act for whom. Never deleted: one that ended keeps who ended it.
CREATE TABLE identity.representation (
    representative uuid NOT NULL REFERENCES identity.person (id),
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('CHILD', 'ADULT', 'HOUSEHOLD', 'COMPANY')),
    person uuid CHECK (person <> representative),
    -- of a household or company
    code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9A-Za-z-]{0,30}$'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    paper text NOT NULL CHECK (length(paper) BETWEEN 1 AND 200),
    from_on date NOT NULL,
    until_on date NOT NULL CHECK (until_on >= from_on),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by uuid,
    PRIMARY KEY (representative, id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK ((kind IN ('CHILD', 'ADULT')) = (person IS NOT NULL)),
    CHECK ((code = '') = (person IS NOT NULL))
);
CREATE INDEX representation_by ON identity.representation (representative, id) WHERE ended_at IS NULL;
CREATE INDEX representation_of ON identity.representation (person, id) WHERE ended_at IS NULL AND person IS NOT NULL;
-- nobody acts for the same twice at once; one that has run out is ended before it is made anew
CREATE UNIQUE INDEX representation_once ON identity.representation (representative, coalesce(person::text, code))
    WHERE ended_at IS NULL;
