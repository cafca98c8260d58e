-- A person is looked for by any part of the name in every market that the reader may see. A trusted extension of
-- PostgreSQL's own.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- the blank lets a short word be found at the beginning of any word: '% an%'
CREATE INDEX trader_sought ON market.trader USING gin ((' ' || sought) public.gin_trgm_ops);
