INSERT INTO identity.privacy_rule (code, valid_from, value, document, stated_by, stated_at) VALUES
    ('keep.registers.stated', '2026-01-01', 1825,
        'Mặc định của nền tảng: chưa có văn bản, tỉnh thay bằng quy chế của mình',
        '00000000-0000-0000-0000-000000000000', '2026-01-01');
