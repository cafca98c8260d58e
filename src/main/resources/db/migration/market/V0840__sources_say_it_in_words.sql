-- How far a source was checked is told in its words.
UPDATE market.criterion SET source = replace(source, ' [R]', '') WHERE source LIKE '% [R]';
