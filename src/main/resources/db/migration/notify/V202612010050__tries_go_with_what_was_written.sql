-- What was tried in a chat goes with what was written there: nothing of a chat is kept longer. Rights follow from that the
-- table is not append-only any more (ground, afterMigrate).
DROP TRIGGER append_only ON notify.conversation_try;
DELETE FROM notify.conversation_try r WHERE NOT EXISTS (
    SELECT FROM notify.conversation_turn t WHERE t.chat = r.chat AND t.id = r.turn);
ALTER TABLE notify.conversation_try ADD CONSTRAINT conversation_try_turn
    FOREIGN KEY (chat, turn) REFERENCES notify.conversation_turn (chat, id) ON DELETE CASCADE;

-- Serves the deletion of what was written long ago, answered or not.
CREATE INDEX conversation_turn_old ON notify.conversation_turn (wrote_at);
DROP INDEX notify.conversation_turn_ended;
