-- /admin/reviews/{id}
SELECT id::text FROM identity.access_review WHERE unit = '19' AND closed_at IS NULL

-- /admin/reviews/{id}/decisions
SELECT id::text FROM identity.access_review WHERE unit = '19' AND closed_at IS NULL

-- /admin/reviews/{id}/decided
SELECT id::text FROM identity.access_review WHERE unit = '19' AND closed_at IS NULL
