-- Search lists the reports of the units that its words name.
CREATE INDEX report_of_unit ON indicators.report (unit, ordered_at DESC, id DESC);
