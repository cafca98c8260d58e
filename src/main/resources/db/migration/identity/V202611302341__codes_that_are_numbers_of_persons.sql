-- A household's tax code can be the personal number of its owner: of such a code the ends stand in the table, the whole is
-- sealed, and a mark tells two apart that are alike at both ends.
ALTER TABLE identity.upstream_account
    DROP CONSTRAINT upstream_account_organisation_check,
    ADD CONSTRAINT upstream_account_organisation_check CHECK (organisation ~ '^[0-9•-]{0,14}$');
UPDATE identity.upstream_account SET organisation = left(organisation, 3) || '••••••' || right(organisation, 3)
WHERE organisation ~ '^[0-9]{12}$';
ALTER TABLE identity.representation
    DROP CONSTRAINT representation_code_check,
    ADD CONSTRAINT representation_code_check CHECK (code ~ '^[0-9A-Za-z•-]{0,30}$'),
    ADD COLUMN code_sealed bytea,
    ADD COLUMN code_mark text COLLATE "C" NOT NULL DEFAULT '' CHECK (length(code_mark) <= 100);
DROP INDEX identity.representation_once;
CREATE UNIQUE INDEX representation_once ON identity.representation
    (representative, coalesce(person::text, code || code_mark)) WHERE ended_at IS NULL;
