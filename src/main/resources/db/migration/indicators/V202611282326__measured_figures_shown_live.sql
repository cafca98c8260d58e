-- Whether what is measured of an indicator may be shown to everybody as it runs, before it is published.
ALTER TABLE indicators.indicator ADD COLUMN live boolean NOT NULL DEFAULT false CHECK (NOT live OR formula <> '');
UPDATE indicators.indicator SET live = true WHERE code LIKE 'market-4.0-%' AND formula <> '';
