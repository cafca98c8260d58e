-- Serves the hourly look for those whose last day has passed.
CREATE INDEX representation_until ON identity.representation (until_on) WHERE ended_at IS NULL;
