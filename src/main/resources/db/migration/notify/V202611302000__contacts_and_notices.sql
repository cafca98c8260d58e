CREATE SCHEMA notify;

-- Where a person can be reached outside of the platform. What was lost stays, so that a person sees why.
CREATE TABLE notify.contact (
    account uuid NOT NULL,
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('EMAIL', 'PHONE')),
    sealed text COLLATE "C" NOT NULL,
    -- tells equal addresses without giving them away
    mark text COLLATE "C" NOT NULL CHECK (mark ~ '^[2-9A-HJ-NP-Z]{26}$'),
    made_at timestamptz NOT NULL,
    verified_at timestamptz,
    lost_at timestamptz,
    lost text COLLATE "C" CHECK (lost IN ('REMOVED', 'TAKEN', 'BROKEN')),
    PRIMARY KEY (account, id),
    CHECK ((lost_at IS NULL) = (lost IS NULL))
);
CREATE UNIQUE INDEX contact_live ON notify.contact (account, mark) WHERE lost_at IS NULL;

-- Whose an address is: who confirmed it last. One row for each address of the whole province, found by its mark.
CREATE TABLE notify.address_holder (
    mark text COLLATE "C" PRIMARY KEY,
    account uuid NOT NULL,
    contact uuid NOT NULL,
    since timestamptz NOT NULL
);

-- A code on its way to an address. The code itself is kept nowhere: it is computed from the id with the secret key.
CREATE TABLE notify.confirmation (
    account uuid NOT NULL,
    id uuid NOT NULL,
    contact uuid NOT NULL,
    mark text COLLATE "C" NOT NULL,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    used_at timestamptz,
    PRIMARY KEY (account, id)
);
CREATE INDEX confirmation_mark ON notify.confirmation (mark, sent_at);

CREATE TABLE notify.preference (
    account uuid PRIMARY KEY,
    -- in the order of the person's choice; what is not named comes after
    media text[] NOT NULL CHECK (cardinality(media) <= 10),
    -- whole hours in Viet Nam; equal: none
    quiet_from integer NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_until integer NOT NULL CHECK (quiet_until BETWEEN 0 AND 23),
    language text COLLATE "C" NOT NULL CHECK (language IN ('vi', 'en')),
    changed_at timestamptz NOT NULL
);

-- Kinds of notices that a person does not want outside of the platform.
CREATE TABLE notify.declined (
    account uuid NOT NULL,
    kind text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z][a-z.-]{0,49}$'),
    declined_at timestamptz NOT NULL,
    PRIMARY KEY (account, kind)
);

-- A message of the inbox, under its id, that is told outside of the platform too.
CREATE TABLE notify.notice (
    account uuid NOT NULL,
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('PLANNED', 'SENT', 'OPENED', 'EXPIRED', 'UNREACHED')),
    -- by which it goes, or went last
    medium text COLLATE "C" NOT NULL CHECK (medium IN ('EMAIL', 'SMS')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (account, id),
    CHECK ((state = 'PLANNED') = (ended_at IS NULL))
);
-- The list of administrators.
CREATE INDEX notice_state ON notify.notice (state, id);
CREATE INDEX notice_id ON notify.notice (id);

-- Every try to hand a notice to a provider, and every decision not to.
CREATE TABLE notify.attempt (
    account uuid NOT NULL,
    notice uuid NOT NULL,
    medium text COLLATE "C" NOT NULL CHECK (medium IN ('EMAIL', 'SMS')),
    number integer NOT NULL CHECK (number BETWEEN 1 AND 1000),
    outcome text COLLATE "C" NOT NULL CHECK (outcome IN
        ('ACCEPTED', 'REFUSED', 'BROKEN', 'POSTPONED', 'UNKNOWN', 'OPENED', 'EXPIRED', 'NO_ADDRESS')),
    -- the provider's id of the message, or its words
    reference text NOT NULL CHECK (length(reference) <= 300),
    at timestamptz NOT NULL,
    PRIMARY KEY (account, notice, medium, number)
);
CREATE INDEX attempt_at ON notify.attempt (at);
SELECT ground.append_only('notify.attempt');

-- Days on which administrators were told that a channel fails.
CREATE TABLE notify.channel_warning (
    medium text COLLATE "C" NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (medium, day)
);

-- What would have left in the demonstration, to be read there.
CREATE TABLE notify.kept_message (
    account uuid NOT NULL,
    id uuid NOT NULL,
    medium text COLLATE "C" NOT NULL,
    address text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (account, id, medium)
);
CREATE INDEX kept_message_id ON notify.kept_message (id);
