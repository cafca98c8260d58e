-- Each quarter the roles that officials hold in a unit are looked at one by one.
CREATE TABLE identity.access_review (
    unit text NOT NULL CHECK (length(unit) <= 35 AND unit ~ '^[0-9A-Z]+(\.[0-9A-Z]+)*$'),
    id uuid NOT NULL,
    -- 2026Q4
    quarter text NOT NULL CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'),
    synthetic boolean NOT NULL,
    begun_on date NOT NULL,
    due_on date NOT NULL CHECK (due_on > begun_on),
    closed_at timestamptz,
    -- when the administrator above was told that it is overdue
    told_at timestamptz,
    PRIMARY KEY (unit, id),
    -- once a quarter, whoever begins it at the same time
    UNIQUE (unit, quarter, synthetic)
);
CREATE INDEX access_review_open ON identity.access_review (due_on) WHERE closed_at IS NULL;

-- The roles as they were when the review began: what is given later is not among them.
CREATE TABLE identity.reviewed_role (
    unit text NOT NULL,
    review uuid NOT NULL,
    role_grant uuid NOT NULL,
    account uuid NOT NULL,
    role text NOT NULL CHECK (role ~ '^[A-Z][A-Z_]{1,39}$'),
    since timestamptz NOT NULL,
    ends_at timestamptz,
    -- username of who gave it; null: the platform
    granted_by text,
    PRIMARY KEY (unit, review, role_grant)
);
SELECT ground.append_only('identity.reviewed_role');

-- One for each role: who decided what, and when.
CREATE TABLE identity.review_decision (
    unit text NOT NULL,
    review uuid NOT NULL,
    role_grant uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('KEEP', 'UNTIL', 'TAKE_AWAY', 'TERM_PASSED')),
    last_day date CHECK ((last_day IS NOT NULL) = (outcome = 'UNTIL')),
    -- all zeros: the platform, by the rule of what happens when the term passes
    decided_by uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (unit, review, role_grant)
);
SELECT ground.append_only('identity.review_decision');

INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('review.first-day', '2026-01-01', 1, 'Mặc định của nền tảng; tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('review.days', '2026-01-01', 30, 'Mặc định của nền tảng; tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01'),
    ('review.stay-days', '2026-01-01', 36500, 'Mặc định của nền tảng: quá hạn thì quyền vẫn giữ, không ngắt việc đang chạy',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');
