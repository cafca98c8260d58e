-- Work that another unit took over: the unit that it was asked of, which is the one that its room knows.
ALTER TABLE work.item ADD COLUMN former_unit text COLLATE "C";
CREATE INDEX item_moved ON work.item (former_unit, kind, evidence) WHERE former_unit IS NOT NULL AND closed_at IS NULL;
