-- An account manager who is one of our agents gets the customer's calls first.

ALTER TABLE customer
  ADD manager_agent_no CHAR(4) NULL COMMENT 'when the account manager is one of our agents' AFTER manager_phone;
