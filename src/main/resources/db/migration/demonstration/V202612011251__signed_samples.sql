-- Papers that the demonstration signed, for people to try the verification with.
CREATE TABLE demonstration.signed_sample (
    name text PRIMARY KEY CHECK (name IN ('good', 'altered')),
    pdf bytea NOT NULL CHECK (length(pdf) < 2000000)
);
