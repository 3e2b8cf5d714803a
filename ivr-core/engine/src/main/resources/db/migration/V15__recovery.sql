-- What follows a dissatisfied caller: the call is drawn for a quality check and handed over until a shift confirms it.

CREATE TABLE quality_draw (
  call_id  VARCHAR(64) NOT NULL PRIMARY KEY,
  reason   VARCHAR(16) NOT NULL COMMENT 'DISSATISFIED',
  drawn_at DATETIME(3) NOT NULL,
  KEY by_time (drawn_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE handover_item (
  call_id       VARCHAR(64) NOT NULL PRIMARY KEY,
  work_order_no CHAR(14)    NOT NULL COMMENT 'the recovery',
  since         DATETIME(3) NOT NULL,
  confirmed_at  DATETIME(3) NULL,
  confirmed_by  CHAR(4)     NULL,
  KEY by_open (confirmed_at, since),
  FOREIGN KEY (work_order_no) REFERENCES work_order (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
