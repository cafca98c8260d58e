-- A notice to many people, from its draft to its end.
CREATE TABLE notify.announcement (
    id uuid PRIMARY KEY,
    -- that writes it, and answers for its cost
    unit text COLLATE "C" NOT NULL CHECK (length(unit) BETWEEN 1 AND 35),
    synthetic boolean NOT NULL,
    -- to whom: a group that a room knows, by its key there, with its name of that day
    source text COLLATE "C" NOT NULL CHECK (source ~ '^[a-z][a-z.-]{0,49}$'),
    group_key text COLLATE "C" NOT NULL CHECK (length(group_key) BETWEEN 1 AND 100),
    group_name text NOT NULL CHECK (length(group_name) BETWEEN 1 AND 300),
    title_vi text NOT NULL CHECK (length(title_vi) BETWEEN 1 AND 100),
    text_vi text NOT NULL CHECK (length(text_vi) BETWEEN 1 AND 600),
    -- empty: people who read English get the Vietnamese words
    title_en text NOT NULL CHECK (length(title_en) <= 100),
    text_en text NOT NULL CHECK (length(text_en) <= 600),
    purpose text COLLATE "C" NOT NULL CHECK (purpose IN ('announcement.administration', 'announcement.life', 'announcement.danger')),
    -- when it leaves at the earliest; null: as soon as it is approved
    send_at timestamptz,
    state text COLLATE "C" NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'SENDING', 'SENT', 'STOPPED')),
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    -- of the count that was submitted last; 0 before the first
    round integer NOT NULL DEFAULT 0 CHECK (round >= 0),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    -- by which the limit of a day counts
    approved_at timestamptz,
    -- the last account of the group that a batch looked at
    handed uuid,
    ended_at timestamptz,
    CHECK ((title_en = '') = (text_en = ''))
);
CREATE INDEX announcement_unit ON notify.announcement (unit, id);
CREATE INDEX announcement_open ON notify.announcement (id) WHERE state IN ('APPROVED', 'SENDING');
CREATE INDEX announcement_public ON notify.announcement (id) WHERE state IN ('SENDING', 'SENT', 'STOPPED');

-- Who did what with it, under the name of that day.
CREATE TABLE notify.announcement_act (
    announcement uuid NOT NULL,
    no integer NOT NULL CHECK (no > 0),
    act text COLLATE "C" NOT NULL CHECK (act IN
        ('WRITTEN', 'CHANGED', 'SUBMITTED', 'APPROVED', 'SENT_BACK', 'REAPPROVAL_REQUIRED', 'BEGUN', 'STOPPED', 'ENDED')),
    account uuid NOT NULL,
    name text NOT NULL CHECK (length(name) <= 300),
    note text NOT NULL CHECK (length(note) <= 500),
    at timestamptz NOT NULL,
    PRIMARY KEY (announcement, no)
);
SELECT ground.append_only('notify.announcement_act');

-- How many people it reaches, as counted before it was submitted or begun.
CREATE TABLE notify.announcement_count (
    announcement uuid NOT NULL,
    round integer NOT NULL CHECK (round > 0),
    audience integer NOT NULL CHECK (audience >= 0),
    consented integer NOT NULL CHECK (consented BETWEEN 0 AND audience),
    inbox_only integer NOT NULL CHECK (inbox_only BETWEEN 0 AND consented),
    quiet integer NOT NULL CHECK (quiet BETWEEN 0 AND consented),
    digest integer NOT NULL CHECK (digest BETWEEN 0 AND consented),
    cost_vnd bigint NOT NULL CHECK (cost_vnd >= 0),
    -- when every channel of every person is tried and charged
    max_cost_vnd bigint NOT NULL CHECK (max_cost_vnd >= cost_vnd),
    margin_percent integer NOT NULL CHECK (margin_percent BETWEEN 0 AND 100),
    counted_at timestamptz NOT NULL,
    PRIMARY KEY (announcement, round)
);
SELECT ground.append_only('notify.announcement_count');

CREATE TABLE notify.announcement_cost (
    announcement uuid NOT NULL,
    round integer NOT NULL CHECK (round > 0),
    medium text COLLATE "C" NOT NULL CHECK (medium IN ('EMAIL', 'SMS', 'ZALO', 'PUSH')),
    language text COLLATE "C" NOT NULL CHECK (language IN ('vi', 'en')),
    -- reached by it first; 0: it is only tried after another
    people integer NOT NULL CHECK (people >= 0),
    parts integer NOT NULL CHECK (parts BETWEEN 1 AND 100),
    -- null: nobody entered one, and a warning does not wait for it
    price_vnd bigint CHECK (price_vnd >= 0),
    tariff_from date,
    tariff_document text NOT NULL,
    PRIMARY KEY (announcement, round, medium, language)
);
SELECT ground.append_only('notify.announcement_cost');

-- Who got it, each person once, as a message of their inbox.
CREATE TABLE notify.announcement_recipient (
    announcement uuid NOT NULL,
    account uuid NOT NULL,
    message uuid NOT NULL,
    language text COLLATE "C" NOT NULL CHECK (language IN ('vi', 'en')),
    PRIMARY KEY (announcement, account),
    UNIQUE (announcement, message)
);
CREATE INDEX announcement_recipient_account ON notify.announcement_recipient (account, announcement);

-- How many announcements a unit may send a day, and how far a cost may grow after its approval; the latest from a day on holds.
CREATE TABLE notify.announcement_rule (
    id uuid PRIMARY KEY,
    valid_from date NOT NULL,
    daily_limit integer NOT NULL CHECK (daily_limit BETWEEN 0 AND 100),
    margin_percent integer NOT NULL CHECK (margin_percent BETWEEN 0 AND 100),
    document text NOT NULL CHECK (length(document) BETWEEN 3 AND 200),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL
);
INSERT INTO notify.announcement_rule (id, valid_from, daily_limit, margin_percent, document, made_by, made_at)
VALUES ('019ad000-0000-7000-8000-000000000001', '2020-01-01', 3, 10, 'Mặc định của nền tảng, chưa có văn bản',
    '00000000-0000-0000-0000-000000000000', '2026-12-01T00:00:00Z');

-- Of which commune or ward a person wants the announcements, as they say themselves.
CREATE TABLE notify.residence (
    account uuid PRIMARY KEY,
    unit text COLLATE "C" NOT NULL CHECK (length(unit) BETWEEN 1 AND 35),
    stated_at timestamptz NOT NULL
);
CREATE INDEX residence_unit ON notify.residence (unit, account);
