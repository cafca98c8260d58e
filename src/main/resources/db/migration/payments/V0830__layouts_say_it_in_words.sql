-- How far a layout was checked is told in words that everybody reads.
UPDATE payments.csv_layout SET source = 'Mẫu thường gặp, chưa đối chiếu với ngân hàng nào'
WHERE id = '0193492a-0000-7000-8000-000000000001';
UPDATE payments.csv_layout
SET name = 'Một cột số tiền có dấu, tiêu đề tiếng Anh', source = 'Mẫu thường gặp, chưa đối chiếu với ngân hàng nào'
WHERE id = '0193492a-0000-7000-8000-000000000002';
