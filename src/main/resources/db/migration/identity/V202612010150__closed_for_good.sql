-- When its owner closed it, or had it deleted: it is never opened again, unlike one that an administrator disabled.
ALTER TABLE identity.account ADD COLUMN closed_at timestamptz CHECK (closed_at IS NULL OR disabled);
UPDATE identity.account a SET closed_at = c.closed_at
FROM identity.closed_account c WHERE c.account = a.id AND a.disabled;

-- Reviews are found by their id alone, and those that go on are read in its order.
DROP INDEX identity.access_review_open;
CREATE INDEX access_review_open ON identity.access_review (id) WHERE closed_at IS NULL;
CREATE INDEX access_review_id ON identity.access_review (id);
