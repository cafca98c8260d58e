-- A statement of days on which nothing moved has no lines, and is one all the same.
ALTER TABLE payments.statement
    DROP CONSTRAINT statement_lines_check,
    ADD CONSTRAINT statement_lines_check CHECK (lines >= 0);
