CREATE SCHEMA registers;

-- Whom something is held of. A person's id is that of identity.person; a household's or business's is made from its code by
-- a key, so that one code has one subject on whichever server, and is found without a search.
CREATE TABLE registers.subject (
    id uuid PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('PERSON', 'HOUSEHOLD', 'BUSINESS')),
    synthetic boolean NOT NULL,
    -- as pages show it: of a code that may be a person's number the middle is left out; empty for a person
    code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9A-Za-z•-]{0,30}$' AND (kind = 'PERSON') = (code = '')),
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL
);
SELECT ground.append_only('registers.subject');

-- What some source said of a field. Never changed: what was wrong is corrected by another row that names it.
CREATE TABLE registers.field_value (
    subject uuid NOT NULL REFERENCES registers.subject (id),
    id uuid NOT NULL,
    field text COLLATE "C" NOT NULL CHECK (field ~ '^[A-Z][A-Z_]{1,39}$'),
    origin text COLLATE "C" NOT NULL
        CHECK (origin IN ('NATIONAL_DATABASE', 'CARD_READ', 'DOSSIER', 'STATED', 'IMPORTED')),
    -- the database's or agency's name
    origin_name text NOT NULL CHECK (length(origin_name) <= 200),
    -- code of a dossier, number of a paper
    reference text NOT NULL CHECK (length(reference) <= 200),
    -- of what a person stated themselves the text is in stated_text, from where it can be deleted
    sealed text CHECK ((origin = 'STATED') = (sealed IS NULL) AND length(sealed) <= 4000),
    as_of timestamptz NOT NULL,
    until date,
    corrects uuid CHECK (corrects <> id),
    sender_key text COLLATE "C" NOT NULL CHECK (length(sender_key) BETWEEN 1 AND 100),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (subject, id),
    UNIQUE (subject, sender_key, field),
    FOREIGN KEY (subject, corrects) REFERENCES registers.field_value (subject, id)
);
CREATE INDEX field_value_stated ON registers.field_value (recorded_by) WHERE origin = 'STATED';
SELECT ground.append_only('registers.field_value');

-- Texts that people stated themselves, kept by their consent: deleted when they ask or when they are old.
CREATE TABLE registers.stated_text (
    subject uuid NOT NULL,
    value uuid NOT NULL,
    sealed text NOT NULL CHECK (length(sealed) <= 4000),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (subject, value),
    FOREIGN KEY (subject, value) REFERENCES registers.field_value (subject, id)
);
CREATE INDEX stated_text_old ON registers.stated_text (recorded_at);

-- Which origin wins: all five from the strongest to the weakest, for one field or, under *, for those without a rule.
CREATE TABLE registers.origin_rule (
    id uuid PRIMARY KEY,
    field text COLLATE "C" NOT NULL CHECK (field ~ '^(\*|[A-Z][A-Z_]{1,39})$'),
    valid_from date NOT NULL,
    origins text[] NOT NULL CHECK (cardinality(origins) = 5
        AND origins @> ARRAY['NATIONAL_DATABASE', 'CARD_READ', 'DOSSIER', 'STATED', 'IMPORTED']),
    document text NOT NULL CHECK (length(document) BETWEEN 3 AND 200),
    stated_by uuid NOT NULL,
    stated_at timestamptz NOT NULL
);
SELECT ground.append_only('registers.origin_rule');
INSERT INTO registers.origin_rule (id, field, valid_from, origins, document, stated_by, stated_at)
SELECT ('01936e00-0000-7000-8000-00000000000' || n)::uuid, field, '2026-01-01', string_to_array(origins, ' '),
    'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
    '00000000-0000-0000-0000-000000000000', '2026-01-01'
FROM (VALUES
    (1, '*', 'NATIONAL_DATABASE CARD_READ DOSSIER IMPORTED STATED'),
    (2, 'PHONE', 'STATED DOSSIER NATIONAL_DATABASE CARD_READ IMPORTED'),
    (3, 'EMAIL', 'STATED DOSSIER NATIONAL_DATABASE CARD_READ IMPORTED'),
    (4, 'BUSINESS_NAME', 'NATIONAL_DATABASE DOSSIER CARD_READ IMPORTED STATED'),
    (5, 'LEGAL_REPRESENTATIVE', 'NATIONAL_DATABASE DOSSIER CARD_READ IMPORTED STATED')) AS shipped (n, field, origins);

-- Who belongs to a household or business, in which role, between two days.
CREATE TABLE registers.membership (
    subject uuid NOT NULL REFERENCES registers.subject (id),
    id uuid NOT NULL,
    person uuid NOT NULL CHECK (person <> subject),
    role text COLLATE "C" NOT NULL
        CHECK (role IN ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'MEMBER', 'OWNER', 'LEGAL_REPRESENTATIVE')),
    from_on date NOT NULL,
    until_on date CHECK (until_on >= from_on),
    origin text COLLATE "C" NOT NULL
        CHECK (origin IN ('NATIONAL_DATABASE', 'CARD_READ', 'DOSSIER', 'STATED', 'IMPORTED')),
    reference text NOT NULL CHECK (length(reference) <= 200),
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (subject, id)
);
CREATE UNIQUE INDEX membership_once ON registers.membership (subject, person, role) WHERE until_on IS NULL;
CREATE INDEX membership_person ON registers.membership (person);

-- The kho: papers of a subject. One that takes the place of another names it.
CREATE TABLE registers.document (
    subject uuid NOT NULL REFERENCES registers.subject (id),
    id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    number_sealed text NOT NULL CHECK (length(number_sealed) <= 1000),
    issued_by text NOT NULL CHECK (length(issued_by) BETWEEN 1 AND 200),
    issued_on date NOT NULL,
    valid_from date NOT NULL CHECK (valid_from >= issued_on),
    valid_until date CHECK (valid_until >= valid_from),
    file uuid,
    sha256 text COLLATE "C" CHECK (sha256 ~ '^[0-9a-f]{64}$' AND (file IS NULL) = (sha256 IS NULL)),
    origin text COLLATE "C" NOT NULL
        CHECK (origin IN ('NATIONAL_DATABASE', 'CARD_READ', 'DOSSIER', 'IMPORTED')),
    reference text NOT NULL CHECK (length(reference) <= 200),
    replaces uuid CHECK (replaces <> id),
    sender_key text COLLATE "C" NOT NULL CHECK (length(sender_key) BETWEEN 1 AND 100),
    kept_by uuid NOT NULL,
    kept_at timestamptz NOT NULL,
    PRIMARY KEY (subject, id),
    UNIQUE (subject, sender_key),
    UNIQUE (subject, replaces),
    FOREIGN KEY (subject, replaces) REFERENCES registers.document (subject, id)
);
SELECT ground.append_only('registers.document');

-- The kinds of papers that are kept.
CREATE TABLE registers.document_kind (
    code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]{1,39}$'),
    name text NOT NULL,
    name_en text NOT NULL,
    source text NOT NULL
);
INSERT INTO registers.document_kind (code, name, name_en, source) VALUES
    ('BIRTH_CERTIFICATE', 'Giấy khai sinh', 'Birth certificate', 'Luật Hộ tịch 60/2014/QH13'),
    ('MARRIAGE_CERTIFICATE', 'Giấy chứng nhận kết hôn', 'Marriage certificate', 'Luật Hộ tịch 60/2014/QH13'),
    ('MARITAL_STATUS', 'Giấy xác nhận tình trạng hôn nhân', 'Certificate of marital status', 'Luật Hộ tịch 60/2014/QH13'),
    ('HOUSEHOLD_BUSINESS', 'Giấy chứng nhận đăng ký hộ kinh doanh', 'Household business registration', 'Chưa đối chiếu văn bản'),
    ('ENTERPRISE', 'Giấy chứng nhận đăng ký doanh nghiệp', 'Enterprise registration', 'Luật Doanh nghiệp 59/2020/QH14'),
    ('LAND_USE_RIGHT', 'Giấy chứng nhận quyền sử dụng đất', 'Land use right certificate', 'Luật Đất đai 31/2024/QH15'),
    ('BUILDING_PERMIT', 'Giấy phép xây dựng', 'Building permit', 'Luật Xây dựng 50/2014/QH13'),
    ('FOOD_SAFETY', 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm', 'Food safety certificate', 'Luật An toàn thực phẩm 55/2010/QH12'),
    ('POOR_HOUSEHOLD', 'Giấy chứng nhận hộ nghèo, hộ cận nghèo', 'Certificate of a poor household', 'Chưa đối chiếu văn bản'),
    ('DOSSIER_RESULT', 'Kết quả giải quyết thủ tục khác', 'Result of another procedure', 'Mặc định của nền tảng');
ALTER TABLE registers.document ADD FOREIGN KEY (kind) REFERENCES registers.document_kind (code);
