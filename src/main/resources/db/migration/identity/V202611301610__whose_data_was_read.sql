-- A line that tells of reading somebody's data names whose: that person can see who looked. Older lines name nobody.
ALTER TABLE identity.access_log ADD COLUMN subject uuid;
CREATE INDEX access_log_subject ON identity.access_log (subject, id) WHERE subject IS NOT NULL;

-- What a person says against a look at their data, and what an administrator of the reader's unit answers.
CREATE TABLE identity.look_objection (
    id uuid NOT NULL,
    subject uuid NOT NULL REFERENCES identity.account (id),
    -- the line of the access log
    look uuid NOT NULL,
    looked_by uuid NOT NULL,
    unit text NOT NULL CHECK (length(unit) <= 35 AND unit ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$'),
    synthetic boolean NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    made_at timestamptz NOT NULL,
    answer text CHECK (length(answer) BETWEEN 1 AND 1000),
    answered_at timestamptz,
    answered_by uuid REFERENCES identity.account (id),
    PRIMARY KEY (subject, id),
    UNIQUE (subject, look),
    CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
CREATE INDEX look_objection_id ON identity.look_objection (id);
