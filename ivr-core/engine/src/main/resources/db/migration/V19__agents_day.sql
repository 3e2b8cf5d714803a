-- An agent's day: what the talks and the after-call work took, and the calls that are to be made later.

CREATE TABLE agent_work (
  agent_no CHAR(4)     NOT NULL,
  began_at DATETIME(3) NOT NULL,
  kind     VARCHAR(8)  NOT NULL COMMENT 'TALK, HOLD or ACW',
  call_id  VARCHAR(64) NULL,
  ended_at DATETIME(3) NOT NULL,
  PRIMARY KEY (agent_no, began_at, kind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE reminder (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  agent_no      CHAR(4)      NOT NULL COMMENT 'who is to call',
  due_at        DATETIME(3)  NOT NULL,
  number        VARCHAR(20)  NOT NULL,
  note          VARCHAR(200) NOT NULL,
  call_id       VARCHAR(64)  NULL COMMENT 'the call it is about',
  work_order_no CHAR(14)     NULL COMMENT 'the work order it is about',
  created_at    DATETIME(3)  NOT NULL,
  done_at       DATETIME(3)  NULL,
  KEY by_agent (agent_no, done_at, due_at),
  KEY by_due (done_at, due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE INDEX by_creator ON work_order (created_by, created_at);
