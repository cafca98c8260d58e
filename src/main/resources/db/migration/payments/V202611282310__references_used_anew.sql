-- Banks use references anew, some each day: a reference knows a movement again only with its day, amount and direction,
-- and two messages of one provider with two numbers are two movements whatever their reference.
DROP INDEX payments.movement_reference;
CREATE INDEX movement_reference ON payments.movement (account, reference, day, amount) WHERE reference IS NOT NULL;
