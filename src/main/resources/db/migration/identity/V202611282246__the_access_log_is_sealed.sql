-- Each line gets a position. The transaction gets its number first: so whoever drew a position up to P is among the
-- transactions that run when P is read, and once those have ended no line up to P can still appear.
CREATE SEQUENCE identity.access_log_position;
CREATE FUNCTION identity.next_log_position() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_current_xact_id();
    RETURN nextval('identity.access_log_position');
END $$;
ALTER TABLE identity.access_log ADD COLUMN position bigint NOT NULL DEFAULT identity.next_log_position();
CREATE INDEX access_log_by_position ON identity.access_log (position);

-- One row seals the lines of some positions, and the seal before it: a chain. A row a minute at the most.
CREATE TABLE identity.access_log_seal (
    to_position bigint PRIMARY KEY,
    -- the last position of the seal before; unique, so that the chain does not fork
    from_position bigint NOT NULL UNIQUE CHECK (from_position >= 0 AND from_position < to_position),
    sealed_at timestamptz NOT NULL,
    key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{8}$'),
    -- for each line its position (8 bytes) and the first 16 bytes of its HMAC-SHA-256
    lines bytea NOT NULL CHECK (octet_length(lines) % 24 = 0),
    seal bytea NOT NULL CHECK (octet_length(seal) = 32)
);
SELECT ground.append_only('identity.access_log');
SELECT ground.append_only('identity.access_log_seal');
