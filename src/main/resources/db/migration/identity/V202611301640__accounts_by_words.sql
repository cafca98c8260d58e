-- Accounts are looked for among millions by the words of username and name without marks, as NameSearchKey folds names.
ALTER TABLE identity.account ADD COLUMN sought text NOT NULL GENERATED ALWAYS AS (
    btrim(regexp_replace(
        lower(translate(
            regexp_replace(normalize(username || ' ' || name, NFD), '[\u0300-\u036F]', '', 'g'),
            'đĐ', 'dD')),
        '[^a-z0-9]+', ' ', 'g'))) STORED;
CREATE INDEX account_sought ON identity.account USING gin (to_tsvector('simple', sought));
