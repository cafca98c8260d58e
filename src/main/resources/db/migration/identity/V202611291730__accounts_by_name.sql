-- Lists of accounts are ordered by the Vietnamese alphabet.
CREATE INDEX account_by_name ON identity.account (name COLLATE "vi-x-icu", username);
