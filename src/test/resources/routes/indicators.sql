-- /submissions/{id}
SELECT id::text FROM indicators.submission WHERE state = 'SUBMITTED' LIMIT 1

-- /rounds/{id}
SELECT id::text FROM indicators.round WHERE above = '19' LIMIT 1

-- /explanations/{id}
SELECT id::text FROM indicators.explanation LIMIT 1

-- /explanations/{id}/files/{file}: no record
-- /indicators/{code}/edit: not asked
-- /indicators/{code}: not asked
-- /reporting/uploads/{sha256}: not asked
-- /reports/{id}/again: no record
-- /submissions/{id}/document: no record
