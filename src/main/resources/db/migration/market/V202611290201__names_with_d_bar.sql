-- Đ and the capital eth look alike; names are kept with the Vietnamese letter since they are read so (VietnameseText).
-- What is searched was folded from the name: eth is no letter with a mark, so it had stayed as it was.
UPDATE market.trader
SET name = translate(name, U&'\00D0\00F0', U&'\0110\0111'), sought = translate(sought, U&'\00D0\00F0', 'dd')
WHERE name ~ U&'[\00D0\00F0]';
UPDATE market.market SET name = translate(name, U&'\00D0\00F0', U&'\0110\0111') WHERE name ~ U&'[\00D0\00F0]';
