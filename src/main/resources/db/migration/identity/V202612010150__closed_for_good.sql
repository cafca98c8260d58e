-- When its owner closed it, or had it deleted: it is never opened again, unlike one that an administrator disabled.
ALTER TABLE identity.account ADD COLUMN closed_at timestamptz CHECK (closed_at IS NULL OR disabled);
-- Accounts that were deleted before are known by the name that deleting gave them.
UPDATE identity.account a SET closed_at = coalesce((SELECT c.closed_at FROM identity.closed_account c WHERE c.account = a.id),
    timestamptz '2026-12-01T00:00:00+07')
WHERE a.disabled AND (EXISTS (SELECT 1 FROM identity.closed_account c WHERE c.account = a.id)
    OR a.password IS NULL AND a.name = 'Tài khoản đã đóng');

-- Reviews are found by their id alone, and those that go on are read in its order.
DROP INDEX identity.access_review_open;
CREATE INDEX access_review_open ON identity.access_review (id) WHERE closed_at IS NULL;
CREATE INDEX access_review_id ON identity.access_review (id);
CREATE INDEX reviewed_role_account ON identity.reviewed_role (account);
