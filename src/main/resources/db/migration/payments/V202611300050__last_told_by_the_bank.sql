-- When a bank or provider told of an account last: one look, also where statements alone told of all its movements.
CREATE INDEX movement_told ON payments.movement (account, number DESC) INCLUDE (received_at) WHERE source <> 'STATEMENT';
