-- Documents are looked for by number, title and issuer without marks, as NameSearchKey folds names.
ALTER TABLE indicators.document ADD COLUMN sought text NOT NULL GENERATED ALWAYS AS (
    btrim(regexp_replace(
        lower(translate(
            regexp_replace(normalize(number || ' ' || title || ' ' || issuer, NFD), '[\u0300-\u036F]', '', 'g'),
            'đĐ', 'dD')),
        '[^a-z0-9]+', ' ', 'g'))) STORED;

-- the blank lets a short word be found at the beginning of any word: '% qd%'
CREATE INDEX document_sought ON indicators.document USING gin ((' ' || sought) public.gin_trgm_ops);

-- what was taken from a document
CREATE INDEX target_of_document ON indicators.target (document);
CREATE INDEX submission_of_document ON indicators.submission (document) WHERE document IS NOT NULL;
