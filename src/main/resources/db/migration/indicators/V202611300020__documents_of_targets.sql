-- The grid of targets offers the documents that targets were set by last.
CREATE INDEX target_of_document ON indicators.target (document);
