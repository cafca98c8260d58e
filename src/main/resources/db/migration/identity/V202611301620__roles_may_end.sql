-- A role may be given until a day: from then on it is not held, whether or not anybody takes it back.
ALTER TABLE identity.role_grant ADD COLUMN ends_at timestamptz CHECK (ends_at > from_at);
