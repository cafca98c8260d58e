-- A person is reminded once a day by each unit that calls: what an office below sent does not use up the province's day.
ALTER TABLE indicators.round_reminder DISABLE TRIGGER append_only;
ALTER TABLE indicators.round_reminder ADD COLUMN above text;
UPDATE indicators.round_reminder m SET above = r.above FROM indicators.round r WHERE r.id = m.round;
ALTER TABLE indicators.round_reminder ALTER COLUMN above SET NOT NULL;
ALTER TABLE indicators.round_reminder DROP CONSTRAINT round_reminder_pkey;
ALTER TABLE indicators.round_reminder ADD PRIMARY KEY (recipient, day, above);
ALTER TABLE indicators.round_reminder ENABLE TRIGGER append_only;
