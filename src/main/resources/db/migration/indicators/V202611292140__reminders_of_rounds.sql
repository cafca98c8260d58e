-- Who was reminded of a round, when and by whom: a person once a day, however many units and offices there are. The
-- message itself is the inbox's.
CREATE TABLE indicators.round_reminder (
    recipient uuid NOT NULL,
    day date NOT NULL,
    recipient_name text NOT NULL,
    round uuid NOT NULL,
    -- those that the person reports for and that had something to hand in
    units text[] NOT NULL CHECK (cardinality(units) > 0),
    sent_at timestamptz NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    PRIMARY KEY (recipient, day)
);
CREATE INDEX round_reminder_of_round ON indicators.round_reminder (round, sent_at DESC);
SELECT ground.append_only('indicators.round_reminder');
