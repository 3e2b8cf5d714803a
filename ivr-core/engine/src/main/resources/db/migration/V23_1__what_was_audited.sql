-- Into what state an agent was set, or let go: why, and for how long.

ALTER TABLE audit
  ADD COLUMN reason  VARCHAR(24) NULL COMMENT 'why the agent is busy',
  ADD COLUMN minutes SMALLINT    NULL COMMENT 'for how long, where that was said';
