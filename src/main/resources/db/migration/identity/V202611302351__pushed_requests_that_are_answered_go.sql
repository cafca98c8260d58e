-- A pushed request goes when it is answered, so that a client's rows are its open ones, which are counted at each push.
DELETE FROM identity.pushed_request WHERE answered_at IS NOT NULL;
ALTER TABLE identity.pushed_request DROP COLUMN answered_at;
