-- What units state is counted from their statements; its facts are receipts (ADR 009). They are few beside the rest.
DELETE FROM rollups.roll_up WHERE kind = 'indicators.stated';
