-- Accounts are changed at the desk, and every change there is kept with what was before and after.

ALTER TABLE account
  ADD active  BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'may sign in, gets calls',
  ADD at_desk BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'made at the desk: the engine, not the accounts file, tells the switch its phone',
  ADD version INT     NOT NULL DEFAULT 0;

ALTER TABLE account_skill
  ADD valid_from DATE NULL COMMENT 'the first day; NULL since ever' AFTER reserve;

-- No secrets, no callers. audit holds what was done with calls and states; this is what was changed for good.
CREATE TABLE admin_change (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at           DATETIME(3) NOT NULL,
  by_agent     CHAR(4)     NOT NULL,
  from_address VARCHAR(64) NOT NULL,
  kind         VARCHAR(16) NOT NULL,
  subject      VARCHAR(64) NOT NULL,
  action       VARCHAR(16) NOT NULL,
  before_json  MEDIUMTEXT  NOT NULL COMMENT 'an object, field by field; {} for nothing',
  after_json   MEDIUMTEXT  NOT NULL,
  KEY by_time (at),
  KEY by_subject (kind, subject, id),
  KEY by_agent (by_agent, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
