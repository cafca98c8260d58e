-- That two persons are one human being: one of an old card, one of the personal number. A clerk proposes it, an administrator decides, and so it is undone. The row says how it stands, its acts what was said, by whom.
CREATE TABLE identity.person_merge (
    -- no longer answers
    goes uuid NOT NULL REFERENCES identity.person (id),
    id uuid NOT NULL,
    -- answers for both
    stays uuid NOT NULL CHECK (stays <> goes),
    synthetic boolean NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('PROPOSED', 'MERGED', 'DECLINED', 'UNDO_PROPOSED', 'UNDONE')),
    -- who brought it into its state: somebody else decides
    state_by uuid NOT NULL,
    state_at timestamptz NOT NULL,
    PRIMARY KEY (goes, id)
);
CREATE UNIQUE INDEX person_merge_once ON identity.person_merge (goes) WHERE state IN ('PROPOSED', 'MERGED', 'UNDO_PROPOSED');
CREATE INDEX person_merge_id ON identity.person_merge (id);
CREATE INDEX person_merge_stays ON identity.person_merge (stays);
CREATE INDEX person_merge_waiting ON identity.person_merge (synthetic, id) WHERE state IN ('PROPOSED', 'UNDO_PROPOSED');

CREATE TABLE identity.person_merge_act (
    goes uuid NOT NULL,
    merge uuid NOT NULL,
    id uuid NOT NULL,
    act text COLLATE "C" NOT NULL
        CHECK (act IN ('propose', 'approve', 'decline', 'propose-undo', 'approve-undo', 'decline-undo')),
    by uuid NOT NULL,
    at timestamptz NOT NULL,
    paper text NOT NULL CHECK (length(paper) <= 200),
    reason text NOT NULL CHECK (length(reason) <= 500),
    PRIMARY KEY (goes, merge, id),
    FOREIGN KEY (goes, merge) REFERENCES identity.person_merge (goes, id)
);
SELECT ground.append_only('identity.person_merge_act');

-- Who answers for whom now, over as many merges as there are: made from person_merge, so that one look-up finds it. No
-- other row is rewritten by a merge, and undoing one is to take its row from here.
CREATE TABLE identity.person_alias (
    person uuid PRIMARY KEY,
    -- the one that it was merged into
    joined uuid NOT NULL CHECK (joined <> person),
    -- the one at the end, which answers
    stays uuid NOT NULL CHECK (stays <> person)
);
CREATE INDEX person_alias_stays ON identity.person_alias (stays);
CREATE INDEX person_alias_joined ON identity.person_alias (joined);
