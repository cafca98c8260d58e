-- Why a document has no file is told beside the figure. Notes written before that was said to their writers stay with
-- the reviewers.
ALTER TABLE indicators.submission ADD COLUMN note_told boolean NOT NULL DEFAULT false;
ALTER TABLE indicators.submission ALTER COLUMN note_told SET DEFAULT true;
