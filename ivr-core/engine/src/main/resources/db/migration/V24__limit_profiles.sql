-- Time limits of work orders: profiles as administrators changed them, which one holds from which day on, and by when
-- what was promised of an order is due.

CREATE TABLE limit_profile (
  id          VARCHAR(40) NOT NULL PRIMARY KEY,
  name_zh     VARCHAR(64) NOT NULL,
  name_en     VARCHAR(64) NOT NULL,
  limits_json MEDIUMTEXT  NOT NULL COMMENT 'an array; the profiles Voltline comes with stand here only when changed'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE limit_choice (
  valid_from DATE        NOT NULL PRIMARY KEY,
  profile    VARCHAR(40) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE work_order_due (
  work_order_no CHAR(14)    NOT NULL,
  milestone     VARCHAR(16) NOT NULL,
  due_at        DATETIME(3) NOT NULL,
  whole_day     BOOLEAN     NOT NULL COMMENT 'a day was promised; due_at is the midnight it ends with',
  PRIMARY KEY (work_order_no, milestone),
  KEY by_due (due_at),
  CONSTRAINT due_of_order FOREIGN KEY (work_order_no) REFERENCES work_order (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
