-- Serves the nightly look for messages that are kept no longer.
CREATE INDEX inbox_message_seen ON delivery.inbox_message (seen_at) WHERE seen_at IS NOT NULL;
