-- What people wrote to the official account, each message once.
CREATE TABLE notify.conversation_turn (
    -- mark of Zalo's id of the person
    chat text COLLATE "C" NOT NULL CHECK (chat ~ '^[2-9A-HJ-NP-Z]{26}$'),
    id uuid NOT NULL,
    -- Zalo's id of the message
    event text COLLATE "C" NOT NULL CHECK (length(event) BETWEEN 1 AND 110),
    -- who wrote what, sealed; forgotten when it is answered
    sealed text COLLATE "C",
    state text COLLATE "C" NOT NULL CHECK (state IN ('PLANNED', 'ANSWERED', 'EXPIRED', 'FAILED')),
    answer text COLLATE "C" NOT NULL CHECK (length(answer) <= 40),
    wrote_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (chat, id),
    UNIQUE (chat, event),
    CHECK ((state = 'PLANNED') = (ended_at IS NULL)),
    CHECK ((state = 'PLANNED') = (sealed IS NOT NULL))
);
CREATE INDEX conversation_turn_id ON notify.conversation_turn (id);
-- serves the deletion of what was answered long ago
CREATE INDEX conversation_turn_ended ON notify.conversation_turn (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX conversation_turn_wrote ON notify.conversation_turn (chat, wrote_at);

CREATE TABLE notify.conversation_try (
    chat text COLLATE "C" NOT NULL,
    turn uuid NOT NULL,
    number integer NOT NULL CHECK (number BETWEEN 1 AND 100),
    outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('ACCEPTED', 'REFUSED', 'POSTPONED', 'UNKNOWN')),
    reference text NOT NULL CHECK (length(reference) <= 300),
    at timestamptz NOT NULL,
    PRIMARY KEY (chat, turn, number)
);
SELECT ground.append_only('notify.conversation_try');

-- Whose a chat is: who linked it last.
CREATE TABLE notify.zalo_link (
    chat text COLLATE "C" PRIMARY KEY CHECK (chat ~ '^[2-9A-HJ-NP-Z]{26}$'),
    account uuid NOT NULL,
    linked_at timestamptz NOT NULL
);
CREATE INDEX zalo_link_account ON notify.zalo_link (account);

-- Links that were sent to chats; each is good once.
CREATE TABLE notify.zalo_link_offer (
    chat text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (chat, id)
);
