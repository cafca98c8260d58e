-- Lists for administrators, each in the order of an index.
DROP INDEX delivery.outbox_message_poisoned;
CREATE INDEX outbox_message_poisoned ON delivery.outbox_message (id) WHERE state = 'POISONED';
CREATE INDEX outbox_message_poisoned_attempts ON delivery.outbox_message (attempts, id) WHERE state = 'POISONED';
DROP INDEX delivery.outbox_message_expected;
CREATE INDEX outbox_message_expected ON delivery.outbox_message (due_at, id) WHERE due_at IS NOT NULL AND seen_at IS NULL;
CREATE INDEX outbox_message_seen ON delivery.outbox_message (due_at, id) WHERE due_at IS NOT NULL AND seen_at IS NOT NULL;
CREATE INDEX outbox_message_handed ON delivery.outbox_message (id) WHERE due_at IS NOT NULL;
