-- Where a program asked from, as people write it (192.0.2.7, 2001:db8:0:0::/64): told to whoever types its code, and
-- counted where the client proves nothing. Open requests only are counted.
ALTER TABLE identity.device_code ADD COLUMN network text NOT NULL DEFAULT '' CHECK (length(network) <= 64);
DROP INDEX identity.device_code_client;
CREATE INDEX device_code_open ON identity.device_code (client, network) WHERE answered_at IS NULL;
