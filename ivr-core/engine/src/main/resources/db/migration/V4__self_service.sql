-- What callers can ask for and leave behind by themselves: bills, halls, hours, messages, call-backs, faxes.

ALTER TABLE customer
  ADD region VARCHAR(32) NOT NULL DEFAULT 'demo' COMMENT 'whose tariffs hold';

ALTER TABLE work_order
  ADD source VARCHAR(16) NOT NULL DEFAULT 'AGENT';
UPDATE work_order SET source = 'SYSTEM' WHERE created_by = 'system';

CREATE TABLE tariff_step (
  region      VARCHAR(32)    NOT NULL,
  kind        VARCHAR(16)    NOT NULL COMMENT 'LIGHTING or POWER',
  valid_from  DATE           NOT NULL,
  valid_until DATE           NULL COMMENT 'the last day; NULL until further notice',
  above_kwh   INT            NOT NULL COMMENT 'kWh since the year began above which the price holds',
  price       DECIMAL(10, 4) NOT NULL COMMENT 'yuan a kWh',
  PRIMARY KEY (region, kind, valid_from, above_kwh)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE bill (
  account_no CHAR(10)       NOT NULL,
  month      DATE           NOT NULL COMMENT 'its first day',
  kwh        INT            NOT NULL,
  amount     DECIMAL(14, 2) NOT NULL COMMENT 'yuan, by the tariff of the month''s last day',
  paid       DECIMAL(14, 2) NOT NULL COMMENT 'what is not paid of all bills is the arrears',
  due        DATE           NOT NULL,
  PRIMARY KEY (account_no, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE meter_reading (
  account_no CHAR(10) NOT NULL,
  day        DATE     NOT NULL COMMENT 'at its end',
  kwh        BIGINT   NOT NULL COMMENT 'since the meter was installed',
  PRIMARY KEY (account_no, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE post_code (
  post_code        CHAR(6)     NOT NULL,
  transformer_area VARCHAR(64) NOT NULL,
  PRIMARY KEY (post_code, transformer_area)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE hall (
  id             VARCHAR(32)  NOT NULL PRIMARY KEY,
  supply_station VARCHAR(64)  NOT NULL COMMENT 'whose customers it serves',
  name_zh        VARCHAR(64)  NOT NULL,
  name_en        VARCHAR(64)  NOT NULL,
  address_zh     VARCHAR(200) NOT NULL,
  address_en     VARCHAR(200) NOT NULL,
  calendar       VARCHAR(32)  NOT NULL,
  KEY by_station (supply_station)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE opening_hours (
  calendar VARCHAR(32) NOT NULL,
  day_kind VARCHAR(16) NOT NULL COMMENT 'WORKING, REST or HOLIDAY; a kind without hours is closed',
  opens    TIME        NOT NULL,
  closes   TIME        NOT NULL COMMENT 'midnight is the end of the day',
  PRIMARY KEY (calendar, day_kind, opens)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Only days that are not what their day of the week says.
CREATE TABLE holiday (
  day     DATE        NOT NULL PRIMARY KEY,
  kind    VARCHAR(16) NOT NULL COMMENT 'HOLIDAY, or WORKING for a weekend day that makes up for one',
  name_zh VARCHAR(64) NOT NULL,
  name_en VARCHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE notice (
  id          VARCHAR(32)  NOT NULL PRIMARY KEY,
  text_zh     VARCHAR(500) NOT NULL,
  text_en     VARCHAR(500) NOT NULL,
  valid_from  DATETIME(3)  NOT NULL,
  valid_until DATETIME(3)  NULL,
  KEY by_time (valid_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row, so that there is one switch.
CREATE TABLE storm_switch (
  id          TINYINT     NOT NULL PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  mode        VARCHAR(8)  NOT NULL COMMENT 'ON, OFF or AUTO',
  usual_calls INT         NOT NULL COMMENT 'in five minutes',
  factor      INT         NOT NULL COMMENT 'how many times the usual makes a storm',
  changed_at  DATETIME(3) NOT NULL,
  changed_by  VARCHAR(16) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
INSERT INTO storm_switch (mode, usual_calls, factor, changed_at, changed_by)
VALUES ('AUTO', 15, 12, UTC_TIMESTAMP(3), 'system');

CREATE TABLE sms_outbox (
  id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id     VARCHAR(64)   NULL,
  number      VARCHAR(20)   NOT NULL,
  template    VARCHAR(32)   NOT NULL,
  text        VARCHAR(1000) NOT NULL,
  state       VARCHAR(16)   NOT NULL COMMENT 'WAITING, SENT or FAILED',
  tries       INT           NOT NULL,
  created_at  DATETIME(3)   NOT NULL,
  next_try_at DATETIME(3)   NOT NULL,
  sent_at     DATETIME(3)   NULL,
  gateway     VARCHAR(32)   NULL COMMENT 'that took it; loopback sends nothing to anybody',
  error       VARCHAR(200)  NULL COMMENT 'why the last try failed',
  KEY by_state (state, next_try_at),
  KEY by_call (call_id, template)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE fax_document (
  id       VARCHAR(32)  NOT NULL PRIMARY KEY,
  title_zh VARCHAR(64)  NOT NULL,
  title_en VARCHAR(64)  NOT NULL,
  path     VARCHAR(200) NOT NULL COMMENT 'below the folder of documents'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE fax_job (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id     VARCHAR(64)  NULL,
  document    VARCHAR(32)  NOT NULL,
  number      VARCHAR(20)  NOT NULL,
  state       VARCHAR(16)  NOT NULL COMMENT 'WAITING, SENT or FAILED',
  tries       INT          NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  next_try_at DATETIME(3)  NOT NULL,
  sent_at     DATETIME(3)  NULL,
  error       VARCHAR(200) NULL COMMENT 'why the last try failed',
  KEY by_state (state, next_try_at),
  UNIQUE KEY once_a_call (call_id, document, number),
  FOREIGN KEY (document) REFERENCES fax_document (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE call_back (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number      VARCHAR(20) NOT NULL COMMENT 'in normal form',
  call_id     VARCHAR(64) NOT NULL COMMENT 'the call in which it was asked for',
  account_no  CHAR(10)    NULL,
  language    VARCHAR(8)  NOT NULL,
  queue       VARCHAR(32) NOT NULL,
  queued_at   DATETIME(3) NOT NULL COMMENT 'the place in line, as a caller who waits on would have',
  status      VARCHAR(16) NOT NULL,
  tries       INT         NOT NULL,
  not_before  DATETIME(3) NOT NULL,
  created_at  DATETIME(3) NOT NULL,
  ended_at    DATETIME(3) NULL,
  open_number VARCHAR(20) AS (IF(status IN ('WAITING', 'TRYING'), number, NULL)) PERSISTENT UNIQUE,
  KEY by_status (status, not_before, queued_at),
  KEY by_number (number, created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE call_back_try (
  call_back_id BIGINT      NOT NULL,
  no           INT         NOT NULL,
  began_at     DATETIME(3) NOT NULL,
  ended_at     DATETIME(3) NULL,
  outcome      VARCHAR(16) NULL COMMENT 'REACHED, MISSED, or LOST with its engine',
  engine_run   BIGINT      NOT NULL,
  PRIMARY KEY (call_back_id, no),
  FOREIGN KEY (call_back_id) REFERENCES call_back (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE voicemail (
  path          VARCHAR(200) NOT NULL PRIMARY KEY COMMENT 'as the switch was told to write it',
  call_id       VARCHAR(64)  NULL COMMENT 'NULL when left anonymously',
  length_ms     INT          NOT NULL,
  recorded_at   DATETIME(3)  NOT NULL,
  work_order_no CHAR(14)     NOT NULL,
  KEY by_call (call_id),
  FOREIGN KEY (work_order_no) REFERENCES work_order (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE survey_answer (
  call_id  VARCHAR(64) NOT NULL PRIMARY KEY,
  agent_no CHAR(4)     NULL COMMENT 'who was rated; NULL when nobody had answered',
  rating   TINYINT     NOT NULL COMMENT '1 satisfied, 2 fair, 3 dissatisfied',
  at       DATETIME(3) NOT NULL,
  KEY by_agent (agent_no, at),
  KEY by_rating (rating, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
