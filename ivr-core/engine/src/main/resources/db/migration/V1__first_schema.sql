-- All times are UTC. No foreign keys from calls and work orders to customers: what happened is kept
-- even where customer data is wrong or late.

CREATE TABLE account (
  agent_no      CHAR(4)      NOT NULL PRIMARY KEY,
  name          VARCHAR(64)  NOT NULL,
  role          VARCHAR(16)  NOT NULL,
  phone         VARCHAR(16)  NOT NULL,
  password_hash VARCHAR(255) NOT NULL COMMENT 'Argon2id in its standard text form',
  sip_password  VARCHAR(128) NOT NULL COMMENT 'the browser phone needs it in clear'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE account_skill (
  agent_no CHAR(4)     NOT NULL,
  skill    VARCHAR(32) NOT NULL,
  level    TINYINT     NOT NULL COMMENT '1 to 10',
  PRIMARY KEY (agent_no, skill),
  FOREIGN KEY (agent_no) REFERENCES account (agent_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE customer (
  account_no       CHAR(10)       NOT NULL PRIMARY KEY,
  name             VARCHAR(64)    NOT NULL,
  address          VARCHAR(200)   NOT NULL,
  area             VARCHAR(16)    NOT NULL,
  customer_class   VARCHAR(16)    NOT NULL,
  credit_grade     VARCHAR(4)     NOT NULL,
  balance          DECIMAL(14, 2) NOT NULL COMMENT 'yuan, negative when in arrears',
  cut_off          BOOLEAN        NOT NULL,
  capacity_kva     INT            NULL,
  dual_supply      BOOLEAN        NOT NULL,
  manager_name     VARCHAR(64)    NULL,
  manager_phone    VARCHAR(32)    NULL,
  meter_no         VARCHAR(32)    NOT NULL,
  transformer_area VARCHAR(64)    NOT NULL,
  supply_station   VARCHAR(64)    NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE customer_phone (
  account_no CHAR(10)    NOT NULL,
  phone      VARCHAR(20) NOT NULL COMMENT 'in normal form',
  PRIMARY KEY (account_no, phone),
  KEY by_phone (phone),
  FOREIGN KEY (account_no) REFERENCES customer (account_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE outage (
  id                VARCHAR(32)  NOT NULL PRIMARY KEY,
  kind              VARCHAR(16)  NOT NULL,
  reason_zh         VARCHAR(200) NOT NULL,
  reason_en         VARCHAR(200) NOT NULL,
  transformer_area  VARCHAR(64)  NOT NULL,
  started_at        DATETIME(3)  NOT NULL,
  expected_back_at  DATETIME(3)  NULL,
  ended_at          DATETIME(3)  NULL,
  parent_work_order CHAR(14)     NULL,
  KEY by_area (transformer_area, ended_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE work_order_day (
  day  DATE NOT NULL PRIMARY KEY,
  last INT  NOT NULL COMMENT 'the last number given on that day'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE work_order (
  no            CHAR(14)      NOT NULL PRIMARY KEY,
  request_id    VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL UNIQUE,
  type          VARCHAR(64)   NOT NULL,
  status        VARCHAR(16)   NOT NULL,
  urgency       VARCHAR(16)   NOT NULL,
  account_no    CHAR(10)      NULL,
  call_id       VARCHAR(64)   NULL,
  contact_name  VARCHAR(64)   NULL,
  contact_phone VARCHAR(32)   NOT NULL,
  address       VARCHAR(200)  NULL,
  area          VARCHAR(16)   NULL,
  description   VARCHAR(2000) NOT NULL,
  created_at    DATETIME(3)   NOT NULL,
  created_by    VARCHAR(16)   NOT NULL,
  KEY by_account (account_no, created_at),
  KEY by_call (call_id),
  KEY by_status (status, created_at),
  KEY by_time (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE work_order_step (
  id            BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  work_order_no CHAR(14)      NOT NULL,
  at            DATETIME(3)   NOT NULL,
  by_whom       VARCHAR(16)   NOT NULL,
  action        VARCHAR(16)   NOT NULL,
  status        VARCHAR(16)   NOT NULL,
  note          VARCHAR(2000) NULL,
  KEY by_order (work_order_no, id),
  FOREIGN KEY (work_order_no) REFERENCES work_order (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- engine_run tells the lives of an engine apart: offer ids and sequences begin again in each.
CREATE TABLE call_record (
  call_id      VARCHAR(64) NOT NULL PRIMARY KEY,
  caller       VARCHAR(64) NOT NULL COMMENT 'as the trunk gave it',
  caller_phone VARCHAR(20) NULL COMMENT 'in normal form',
  account_no   CHAR(10)    NULL,
  language     VARCHAR(8)  NULL,
  queue        VARCHAR(32) NULL,
  arrived_at   DATETIME(3) NOT NULL,
  queued_at    DATETIME(3) NULL,
  answered_at  DATETIME(3) NULL,
  answered_by  CHAR(4)     NULL,
  ended_at     DATETIME(3) NULL,
  end_reason   VARCHAR(32) NULL,
  engine_run   BIGINT      NOT NULL COMMENT 'the last that had the call',
  KEY by_time (arrived_at),
  KEY by_caller (caller_phone, arrived_at),
  KEY by_account (account_no, arrived_at),
  KEY by_queue (queue, arrived_at),
  KEY by_end (ended_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE call_offer (
  call_id    VARCHAR(64) NOT NULL,
  engine_run BIGINT      NOT NULL,
  offer_id   BIGINT      NOT NULL,
  agent_no   CHAR(4)     NOT NULL,
  offered_at DATETIME(3) NOT NULL,
  ring_ms    INT         NOT NULL,
  outcome    VARCHAR(16) NOT NULL,
  ended_at   DATETIME(3) NULL,
  PRIMARY KEY (call_id, engine_run, offer_id),
  KEY by_agent (agent_no, offered_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE call_node (
  call_id    VARCHAR(64) NOT NULL,
  engine_run BIGINT      NOT NULL,
  seq        BIGINT      NOT NULL,
  node       VARCHAR(64) NOT NULL,
  pressed    CHAR(1)     NULL,
  at         DATETIME(3) NOT NULL,
  PRIMARY KEY (call_id, engine_run, seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE call_decision (
  call_id    VARCHAR(64) NOT NULL,
  engine_run BIGINT      NOT NULL,
  seq        BIGINT      NOT NULL,
  at         DATETIME(3) NOT NULL,
  outcome    VARCHAR(32) NOT NULL,
  candidates MEDIUMTEXT  NOT NULL COMMENT 'agent=verdict, the best first, separated by commas',
  PRIMARY KEY (call_id, engine_run, seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE recording (
  id         VARCHAR(64)  NOT NULL PRIMARY KEY,
  call_id    VARCHAR(64)  NOT NULL,
  agent_no   CHAR(4)      NULL COMMENT 'unknown when only the file was left',
  started_at DATETIME(3)  NOT NULL,
  status     VARCHAR(16)  NOT NULL,
  path       VARCHAR(200) NULL COMMENT 'below the folder of recordings',
  length_ms  INT          NULL,
  bytes      BIGINT       NULL,
  sha256     CHAR(64)     NULL,
  KEY by_call (call_id),
  KEY by_agent (agent_no, started_at),
  KEY by_time (started_at),
  KEY by_status (status, started_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE recording_listening (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  recording_id VARCHAR(64)  NOT NULL,
  agent_no     CHAR(4)      NOT NULL,
  at           DATETIME(3)  NOT NULL,
  byte_range   VARCHAR(64)  NOT NULL,
  address      VARCHAR(64)  NOT NULL,
  KEY by_recording (recording_id, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was loaded at the first start, so that it is loaded once.
CREATE TABLE seed (
  name    VARCHAR(32) NOT NULL PRIMARY KEY,
  done_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
