-- How faxes to be sent went, and those that came in.

ALTER TABLE fax_job
  MODIFY state VARCHAR(16) NOT NULL COMMENT 'WAITING, TRYING, SENT or FAILED',
  ADD tried_at DATETIME(3) NULL COMMENT 'when the last try began',
  ADD pages    INT         NULL,
  ADD mode     VARCHAR(8)  NULL COMMENT 'T38 or AUDIO',
  ADD station  VARCHAR(32) NULL COMMENT 'what the machine at the other end calls itself',
  ADD KEY by_number (number, state);

CREATE TABLE fax_received (
  id            VARCHAR(64)  NOT NULL PRIMARY KEY COMMENT 'of the call that brought it',
  caller        VARCHAR(64)  NOT NULL COMMENT 'as signalled; empty when withheld',
  received_at   DATETIME(3)  NOT NULL,
  status        VARCHAR(16)  NOT NULL COMMENT 'COMPLETE, PARTIAL, UNREADABLE or EMPTY',
  pages         INT          NOT NULL COMMENT 'that can be read',
  mode          VARCHAR(8)   NULL COMMENT 'T38 or AUDIO',
  station       VARCHAR(32)  NULL COMMENT 'what the sending machine calls itself',
  error         VARCHAR(200) NULL,
  path          VARCHAR(200) NULL COMMENT 'TIFF, below the folder of received faxes; NULL when EMPTY',
  bytes         BIGINT       NULL,
  sha256        CHAR(64)     NULL,
  work_order_no CHAR(14)     NULL COMMENT 'on which it is a document; NULL when EMPTY',
  KEY by_time (received_at),
  KEY by_order (work_order_no),
  FOREIGN KEY (work_order_no) REFERENCES work_order (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE fax_reading (
  id       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  fax_id   VARCHAR(64) NOT NULL,
  agent_no CHAR(4)     NOT NULL,
  at       DATETIME(3) NOT NULL,
  address  VARCHAR(64) NOT NULL,
  KEY by_fax (fax_id, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
