-- Keys that are lost with addresses sealed by them, of which administrators were told.
CREATE TABLE notify.lost_key (
    -- the first signs of what it sealed
    key text COLLATE "C" PRIMARY KEY CHECK (length(key) = 6),
    told_at timestamptz NOT NULL
);

-- Addresses are kept masked from now on; what is here lasts a week and belongs to invented people.
DELETE FROM notify.kept_message;
