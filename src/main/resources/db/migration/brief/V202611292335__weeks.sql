-- The weeks of whose brief leaders were told: a run that is repeated after a stop tells nobody twice.
CREATE TABLE brief.week (
    monday date PRIMARY KEY CHECK (extract(isodow FROM monday) = 1),
    told_at timestamptz NOT NULL
);
