-- A leader may ask again: the question and the answer that were there move here for good, and the explanation holds the
-- question that is open now, or was last answered.
CREATE TABLE indicators.explanation_exchange (
    explanation uuid NOT NULL REFERENCES indicators.explanation,
    -- 1 is the first question
    exchange integer NOT NULL CHECK (exchange > 0),
    question text NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    asked_by_name text NOT NULL,
    due date NOT NULL,
    answer text NOT NULL,
    answered_at timestamptz NOT NULL,
    answered_by uuid NOT NULL,
    answered_by_name text NOT NULL,
    PRIMARY KEY (explanation, exchange)
);
SELECT ground.append_only('indicators.explanation_exchange');

-- The number of the question that the explanation holds, and of the one that a file came with the answer to.
ALTER TABLE indicators.explanation ADD COLUMN exchange integer NOT NULL DEFAULT 1 CHECK (exchange > 0);
ALTER TABLE indicators.explanation_file ADD COLUMN exchange integer NOT NULL DEFAULT 1 CHECK (exchange > 0);
