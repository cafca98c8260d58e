-- Text messages by two more ways, and browsers; what providers say later.
ALTER TABLE notify.contact DROP CONSTRAINT contact_kind_check,
    ADD CONSTRAINT contact_kind_check CHECK (kind IN ('EMAIL', 'PHONE', 'BROWSER'));
ALTER TABLE notify.notice DROP CONSTRAINT notice_medium_check,
    ADD CONSTRAINT notice_medium_check CHECK (medium IN ('EMAIL', 'SMS', 'ZALO', 'PUSH'));
ALTER TABLE notify.attempt DROP CONSTRAINT attempt_medium_check,
    ADD CONSTRAINT attempt_medium_check CHECK (medium IN ('EMAIL', 'SMS', 'ZALO', 'PUSH'));
ALTER TABLE notify.attempt DROP CONSTRAINT attempt_outcome_check,
    ADD CONSTRAINT attempt_outcome_check CHECK (outcome IN
        ('ACCEPTED', 'DELIVERED', 'UNDELIVERED', 'REFUSED', 'BROKEN', 'POSTPONED', 'UNKNOWN', 'OPENED', 'EXPIRED',
            'NO_ADDRESS'));

-- What a provider said of a message that it took, under one of the ids that it gave; once.
CREATE TABLE notify.receipt (
    medium text COLLATE "C" NOT NULL CHECK (medium IN ('SMS', 'ZALO')),
    reference text COLLATE "C" NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
    delivered boolean NOT NULL,
    words text NOT NULL CHECK (length(words) <= 300),
    at timestamptz NOT NULL,
    PRIMARY KEY (reference, medium)
);
CREATE INDEX attempt_reference ON notify.attempt USING gin (string_to_array(reference, ' '))
    WHERE outcome = 'ACCEPTED' AND medium IN ('SMS', 'ZALO');
