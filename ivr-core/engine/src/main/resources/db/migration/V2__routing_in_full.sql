-- What a routing decision was made from, broken promises with their cause, overflow, and certificates that end.

ALTER TABLE call_decision
  MODIFY outcome VARCHAR(64) NOT NULL,
  ADD queue           VARCHAR(32)  NOT NULL DEFAULT 'general' AFTER outcome,
  ADD demand          VARCHAR(500) NOT NULL DEFAULT 'general' COMMENT 'fault:3+english:2|general:1' AFTER queue,
  ADD reserve_open    BOOLEAN      NOT NULL DEFAULT FALSE AFTER demand,
  ADD promise_left_ms BIGINT       NOT NULL DEFAULT 0 COMMENT 'negative when the promise was broken' AFTER reserve_open,
  ADD ring_ms         BIGINT       NOT NULL DEFAULT 0 AFTER promise_left_ms,
  ADD unnamed         INT          NOT NULL DEFAULT 0 COMMENT 'signed-in agents not among the candidates';

ALTER TABLE call_record
  ADD promise_broken_at    DATETIME(3) NULL,
  ADD promise_broken_cause VARCHAR(32) NULL;

ALTER TABLE account_skill
  ADD reserve     BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'serves only when a call opens the reserve',
  ADD valid_until DATE    NULL COMMENT 'the last day; NULL for ever';

CREATE TABLE call_overflow (
  call_id    VARCHAR(64) NOT NULL,
  engine_run BIGINT      NOT NULL,
  seq        BIGINT      NOT NULL,
  at         DATETIME(3) NOT NULL,
  from_queue VARCHAR(32) NOT NULL,
  to_queue   VARCHAR(32) NULL COMMENT 'NULL for a message',
  cause      VARCHAR(32) NOT NULL,
  PRIMARY KEY (call_id, engine_run, seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
