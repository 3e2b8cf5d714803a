-- What people say about the storm and what the rate of calls says, side by side; the rule itself is a setting.
ALTER TABLE storm_switch
  DROP usual_calls,
  DROP factor,
  MODIFY changed_by VARCHAR(64) NOT NULL COMMENT 'an agent number, console: and a user, or system',
  ADD stormy       BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'by the rate of calls, whatever the mode',
  ADD stormy_since DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00';

CREATE TABLE storm_change (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME(3)  NOT NULL,
  changed_by VARCHAR(64)  NOT NULL COMMENT 'system when the rate of calls did it',
  mode       VARCHAR(8)   NOT NULL COMMENT 'ON, OFF or AUTO, from then on',
  stormy     BOOLEAN      NOT NULL COMMENT 'by the rate of calls, from then on',
  why        VARCHAR(200) NOT NULL COMMENT 'the rate that did it; empty when a person did',
  KEY by_time (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
