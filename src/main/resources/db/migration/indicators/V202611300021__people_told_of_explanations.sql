-- Who else is told of a question about a figure, and may read it with its answers: chosen by a leader, told once, for good.
CREATE TABLE indicators.explanation_recipient (
    explanation uuid NOT NULL REFERENCES indicators.explanation,
    account uuid NOT NULL,
    name text NOT NULL,
    told_at timestamptz NOT NULL,
    told_by uuid NOT NULL,
    told_by_name text NOT NULL,
    PRIMARY KEY (explanation, account)
);
SELECT ground.append_only('indicators.explanation_recipient');
