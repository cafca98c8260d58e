-- /announcements/{id}
SELECT id::text FROM notify.announcement WHERE state = 'SUBMITTED' ORDER BY id LIMIT 1
-- /announcements/{id}/messages: no record
-- /announcements/{id}/messages/{message}: no record
