-- What the desk made of talks: holds, consultations, transfers, three at once, calls out.
CREATE TABLE call_part (
  call_id     VARCHAR(64) NOT NULL,
  engine_run  BIGINT      NOT NULL,
  seq         BIGINT      NOT NULL,
  kind        VARCHAR(16) NOT NULL,
  by_agent    CHAR(4)     NOT NULL,
  target_kind VARCHAR(8)  NULL COMMENT 'DESK, OUTSIDE or QUEUE',
  target      VARCHAR(32) NULL,
  began_at    DATETIME(3) NOT NULL,
  answered_at DATETIME(3) NULL,
  ended_at    DATETIME(3) NULL COMMENT 'none while it lasts, or when the engine did not live to see it',
  outcome     VARCHAR(16) NULL,
  PRIMARY KEY (call_id, engine_run, seq),
  KEY by_agent (by_agent, began_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The caller of a call that a desk made is whoever was called.
ALTER TABLE call_record
  ADD direction VARCHAR(8) NOT NULL DEFAULT 'IN' COMMENT 'IN, OUT or DESK',
  ADD made_by   CHAR(4)    NULL COMMENT 'whose desk made it, unless IN';
