-- A picture of the hours of a day was summed from the facts at each view. What a day's facts come to by the hour of the
-- Vietnamese clock is kept with the day: see RollUpHours for the bytes; null in a day: counted before hours were kept.
ALTER TABLE rollups.roll_up ADD COLUMN hours bytea, ADD CHECK (grain = 'D' OR hours IS NULL);

-- Days that were counted before are counted again while the platform runs, the last one first; this is the next, and
-- none when all have their hours. A platform that is stopped meanwhile goes on from here.
ALTER TABLE rollups.roll_up_position ADD COLUMN without_hours date;
UPDATE rollups.roll_up_position SET without_hours = (SELECT max(start) FROM rollups.roll_up WHERE grain = 'D');
