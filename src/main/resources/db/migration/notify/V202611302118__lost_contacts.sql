-- Serves the nightly look for addresses that are kept no longer.
CREATE INDEX contact_lost ON notify.contact (lost_at) WHERE lost_at IS NOT NULL;
