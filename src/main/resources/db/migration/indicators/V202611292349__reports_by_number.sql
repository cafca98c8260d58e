-- A report is looked for by the digits of its number, however old it is.
CREATE INDEX report_of_number ON indicators.report (number text_pattern_ops);
