-- Who made a notice and who ended it, and how it sounds where somebody recorded it.
ALTER TABLE notice
  ADD created_at DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00',
  ADD created_by VARCHAR(64) NOT NULL DEFAULT 'system' COMMENT 'an agent number, console: and a user, or system',
  ADD ended_by   VARCHAR(64) NULL COMMENT 'NULL when it ends by itself',
  ADD KEY by_end (valid_until);

CREATE TABLE notice_audio (
  notice_id VARCHAR(32) NOT NULL,
  language  VARCHAR(8)  NOT NULL,
  sound     VARCHAR(64) NOT NULL COMMENT 'the file in the folder of notices, without its ending; gone when the notice is over',
  length_ms INT         NOT NULL,
  source    VARCHAR(8)  NOT NULL COMMENT 'PHONE or UPLOAD',
  made_at   DATETIME(3) NOT NULL,
  made_by   VARCHAR(64) NOT NULL,
  PRIMARY KEY (notice_id, language),
  FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
