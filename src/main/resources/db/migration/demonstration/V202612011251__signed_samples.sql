-- Papers that the demonstration signed, for people to try the verification with, and the certificate that vouches for them.
CREATE TABLE demonstration.signed_sample (
    name text PRIMARY KEY CHECK (name IN ('good', 'altered', 'root')),
    content bytea NOT NULL CHECK (length(content) < 2000000)
);
