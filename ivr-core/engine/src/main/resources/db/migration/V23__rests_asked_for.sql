-- Rests that agents asked for and no supervisor answered yet, for an engine that starts again.

CREATE TABLE rest_request (
  node        VARCHAR(64) NOT NULL COMMENT 'the engine that was asked',
  agent_no    CHAR(4)     NOT NULL,
  reason      VARCHAR(24) NOT NULL,
  minutes     SMALLINT    NOT NULL COMMENT 'how long it is meant to last',
  asked_at    DATETIME(3) NOT NULL,
  given_up_at DATETIME(3) NOT NULL COMMENT 'when it is, if nobody answers',
  PRIMARY KEY (node, agent_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
