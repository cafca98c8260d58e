-- A release that corrects a rule brings its next revision, and the latest holds. What people state is no revision: 0.
ALTER TABLE market.revenue_rule ADD COLUMN revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0);
DROP INDEX market.revenue_rule_shipped_once;
CREATE UNIQUE INDEX revenue_rule_shipped_once ON market.revenue_rule (valid_from, revision) WHERE shipped;
