-- What is paid in part is little, and asked for whenever a market's arrears are summed.
CREATE INDEX payable_in_part ON payments.payable (account) WHERE state = 'OPEN' AND paid > 0;
