CREATE SCHEMA files;

-- What was handed in, as it came. Never updated. The id is the shard key.
CREATE TABLE files.file (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200 AND name !~ '[[:cntrl:]/\\]'),
    media_type text NOT NULL CHECK (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
    size_bytes integer NOT NULL CHECK (size_bytes > 0),
    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
    content bytea NOT NULL CHECK (length(content) = size_bytes),
    kept_at timestamptz NOT NULL,
    kept_by uuid NOT NULL
);
-- Photographs, PDF and office documents are compressed already.
ALTER TABLE files.file ALTER COLUMN content SET STORAGE EXTERNAL;
