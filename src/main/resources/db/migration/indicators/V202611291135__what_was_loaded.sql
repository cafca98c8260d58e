-- What an entry was when it was last loaded from a room's file (SHA-256): one that differs from it was changed by an
-- office and is left alone. Null: an office's own. What earlier releases loaded and nobody changed is marked.
ALTER TABLE indicators.indicator ADD COLUMN loaded text CHECK (loaded ~ '^(before|[0-9a-f]{64})$');
UPDATE indicators.indicator SET loaded = 'before' WHERE version = 1 AND code IN (
    'e-invoice-enterprises', 'e-commerce-retail-share', 'payment-account-15plus', 'adult-smartphone',
    'household-fibre', 'fixed-broadband-speed', 'mobile-broadband-speed', 'villages-covered', 'national-platforms',
    'national-platforms-official', 'national-platforms-trial', 'published-platforms',
    'published-platforms-government', 'published-platforms-economy', 'published-platforms-society',
    'infrastructure-uptime', 'digital-economy-revenue', 'community-teams', 'community-team-members',
    'party-handbook-installed', 'market-4.0-markets', 'market-4.0-traders', 'market-4.0-stalls-with-qr',
    'market-4.0-stalls-active', 'market-4.0-payments', 'market-4.0-value', 'market-4.0-charges-cashless',
    'market-4.0-certified');
