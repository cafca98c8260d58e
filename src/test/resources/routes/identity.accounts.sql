-- /admin/accounts/{id}
SELECT id::text FROM identity.account WHERE username = 'baocao'
