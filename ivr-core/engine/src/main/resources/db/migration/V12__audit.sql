-- Who used a right that others lack: what, to whom, when.
CREATE TABLE audit (
  engine_run BIGINT      NOT NULL,
  seq        BIGINT      NOT NULL,
  at         DATETIME(3) NOT NULL,
  by_agent   CHAR(4)     NOT NULL,
  act        VARCHAR(32) NOT NULL,
  call_id    VARCHAR(64) NULL,
  whom       VARCHAR(64) NOT NULL COMMENT 'an agent, a queue or a number; empty when the call says it all',
  PRIMARY KEY (engine_run, seq),
  KEY by_time (at),
  KEY by_agent (by_agent, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
