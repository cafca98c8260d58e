-- /explanations/{id}
SELECT id::text FROM indicators.explanation LIMIT 1

-- /explanations/{id}/files/{file}: no record
