-- The day on which a role ends is part of what two people agree on.
ALTER TABLE identity.grant_request ADD COLUMN ends_at timestamptz CHECK (ends_at > asked_at);
