-- By which representation the owner of a session acts for another: looked up anew at each request.
ALTER TABLE identity.session ADD COLUMN acting_for uuid;
