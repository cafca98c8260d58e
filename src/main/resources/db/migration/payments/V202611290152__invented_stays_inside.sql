-- What is told of invented money stays on the machine and its own networks: a webhook that would lead outside is paused.
ALTER TABLE payments.webhook
    DROP CONSTRAINT webhook_reason_check,
    ADD CONSTRAINT webhook_reason_check CHECK (reason IN ('BY_HAND', 'GONE', 'FAILING', 'INVENTED'));
ALTER TABLE payments.delivery
    DROP CONSTRAINT delivery_outcome_check,
    ADD CONSTRAINT delivery_outcome_check CHECK (outcome IN ('TAKEN', 'MOVED', 'REFUSED', 'NOT_FOUND', 'GONE', 'BUSY',
        'FAILED', 'SLOW', 'UNREACHABLE', 'UNTRUSTED', 'PRIVATE', 'UNREADABLE', 'INVENTED'));
