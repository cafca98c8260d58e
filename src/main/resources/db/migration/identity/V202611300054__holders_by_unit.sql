-- Who holds a role in a unit now: candidates to be told of an explanation.
CREATE INDEX role_grant_live_by_unit ON identity.role_grant (role, unit) WHERE until_at IS NULL;
