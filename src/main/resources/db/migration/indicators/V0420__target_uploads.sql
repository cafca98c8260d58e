-- Spreadsheets of targets that were taken: the same file under the same document counts once.
CREATE TABLE indicators.target_upload (
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    document uuid NOT NULL REFERENCES indicators.document,
    targets integer NOT NULL CHECK (targets > 0),
    uploaded_at timestamptz NOT NULL,
    uploaded_by uuid NOT NULL,
    PRIMARY KEY (sha256, document)
);
