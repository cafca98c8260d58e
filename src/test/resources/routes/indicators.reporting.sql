-- /submissions/{id}
SELECT id::text FROM indicators.submission WHERE state = 'SUBMITTED' LIMIT 1

-- /rounds/{id}
SELECT id::text FROM indicators.round WHERE above = '19' LIMIT 1

-- /reporting/uploads/{sha256}: not asked
-- /submissions/{id}/document: no record
