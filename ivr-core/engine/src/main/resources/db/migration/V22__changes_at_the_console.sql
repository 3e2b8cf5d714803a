-- Notices and the storm switch stand in the one trail too, and are changed at the machine's console as well.

ALTER TABLE admin_change
  MODIFY by_agent VARCHAR(64) NOT NULL COMMENT 'an agent number, or console: and the user';
