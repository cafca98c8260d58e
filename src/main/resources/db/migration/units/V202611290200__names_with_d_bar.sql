-- Đ and the capital eth look alike; names are kept with the Vietnamese letter since they are read so (VietnameseText).
UPDATE units.version SET name = translate(name, U&'\00D0\00F0', U&'\0110\0111') WHERE name ~ U&'[\00D0\00F0]';
