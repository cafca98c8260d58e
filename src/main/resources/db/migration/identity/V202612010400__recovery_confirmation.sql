-- After the wait one proof is given again: the link alone may have stayed in the browser of a shared machine.
ALTER TABLE identity.recovery ADD confirmed_at timestamptz CHECK (confirmed_at >= opens_at);
-- When the owner was last told that it waits; told anew each day.
ALTER TABLE identity.recovery ADD warned_at timestamptz;
UPDATE identity.recovery SET warned_at = made_at WHERE opens_at IS NOT NULL AND clerk IS NULL AND ended_at IS NULL;
CREATE INDEX recovery_warned_at ON identity.recovery (warned_at) WHERE ended_at IS NULL AND warned_at IS NOT NULL;
