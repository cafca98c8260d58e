-- Attempts to get back into an account, by two proofs and a wait or by a clerk's word. Where nobody has the name that was
-- typed there is no account, and the row goes the way of all others. A row goes a month after it is over; the access log
-- keeps what happened.
CREATE TABLE identity.recovery (
    id uuid PRIMARY KEY,
    account uuid REFERENCES identity.account (id),
    -- of the password it began with: it ends with that password
    secret_no integer,
    clerk uuid REFERENCES identity.account (id) CHECK (clerk <> account),
    second uuid REFERENCES identity.account (id) CHECK (second <> clerk AND second <> account),
    reason text NOT NULL CHECK (length(reason) <= 300),
    proofs text[] NOT NULL DEFAULT '{}' CHECK (proofs <@ ARRAY['EMAIL', 'PHONE', 'PROVIDER', 'PAPER']),
    tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 20),
    wrong integer NOT NULL DEFAULT 0 CHECK (wrong BETWEEN 0 AND tries),
    made_at timestamptz NOT NULL,
    opens_at timestamptz CHECK (opens_at >= made_at),
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at),
    ended_at timestamptz,
    -- when a password was set by it; null where it was stopped or nobody came back
    used_at timestamptz CHECK (used_at = ended_at),
    CHECK ((account IS NULL) = (secret_no IS NULL)),
    -- nothing opens by fewer than two proofs but by a clerk
    CHECK (opens_at IS NULL OR account IS NOT NULL AND (clerk IS NOT NULL OR cardinality(proofs) >= 2))
);
CREATE INDEX recovery_account ON identity.recovery (account, made_at);
CREATE INDEX recovery_clerk ON identity.recovery (clerk, made_at) WHERE clerk IS NOT NULL;
CREATE INDEX recovery_expires_at ON identity.recovery (expires_at);

-- Codes that were sent; a code is computed from the id with the secret key and lies in no table.
CREATE TABLE identity.recovery_sending (
    id uuid PRIMARY KEY,
    recovery uuid NOT NULL REFERENCES identity.recovery (id) ON DELETE CASCADE,
    account uuid NOT NULL,
    contact uuid NOT NULL,
    -- from which it was asked for, such as net:192.0.2.7
    network text NOT NULL,
    right_at timestamptz,
    proof text NOT NULL CHECK (proof IN ('EMAIL', 'PHONE')),
    made_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > made_at)
);
CREATE INDEX recovery_sending_recovery ON identity.recovery_sending (recovery, proof);
CREATE INDEX recovery_sending_account ON identity.recovery_sending (account, made_at);

INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('recovery.wait-hours', '2023-07-01', 72, 'Quy định của hệ thống: không văn bản nào nêu số giờ',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('recovery.contact-days', '2023-07-01', 7, 'Quy định của hệ thống: không văn bản nào nêu số ngày',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('recovery.counter-minutes', '2023-07-01', 30, 'Quy định của hệ thống: không văn bản nào nêu số phút',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');
