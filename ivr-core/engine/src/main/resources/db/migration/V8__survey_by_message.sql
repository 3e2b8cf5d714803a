-- Callers who hang up first are asked by short message how the talk was, and may reply.

ALTER TABLE survey_answer
  ADD via VARCHAR(8) NOT NULL DEFAULT 'VOICE' COMMENT 'VOICE or SMS' AFTER rating;

CREATE TABLE survey_request (
  call_id      VARCHAR(64) NOT NULL PRIMARY KEY,
  number       VARCHAR(20) NOT NULL COMMENT 'in normal form',
  agent_no     CHAR(4)     NOT NULL COMMENT 'who talked',
  language     VARCHAR(8)  NOT NULL,
  asked_at     DATETIME(3) NOT NULL,
  answer_until DATETIME(3) NOT NULL,
  KEY by_number (number, asked_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sms_inbox (
  id      BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  number  VARCHAR(64)   NOT NULL COMMENT 'as the gateway gave it',
  text    VARCHAR(1000) NOT NULL,
  at      DATETIME(3)   NOT NULL,
  taken   VARCHAR(16)   NOT NULL COMMENT 'RATED, UNCLEAR, LATE or UNASKED',
  call_id VARCHAR(64)   NULL COMMENT 'whose survey it was taken for',
  KEY by_number (number, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
