-- What happened to a submission, act by act: the reason of a return stays when the paper is handed in again.
CREATE TABLE indicators.submission_step (
    submission uuid NOT NULL REFERENCES indicators.submission,
    -- the submission's version that the act made
    version integer NOT NULL,
    state text NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN')),
    at timestamptz NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 4000),
    PRIMARY KEY (submission, version),
    CHECK (state <> 'RETURNED' OR reason <> '')
);

-- The same file counts once for a unit and period; a demonstration file does not stand in a real one's way. The file
-- leads, so that what came out of one is found together.
DROP INDEX indicators.submission_upload;
CREATE UNIQUE INDEX submission_upload ON indicators.submission (upload_sha256, unit, period, synthetic)
    WHERE upload_sha256 IS NOT NULL AND state <> 'WITHDRAWN';

-- Whether a statement was published: for the list of what waits to be.
CREATE INDEX figure_statement ON indicators.figure (statement) WHERE statement IS NOT NULL;
