-- What supervisors tell the agents' desks, and who confirmed having read it.
CREATE TABLE broadcast (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  text         VARCHAR(300) NOT NULL,
  level        VARCHAR(8)   NOT NULL COMMENT 'PLAIN or URGENT',
  queue        VARCHAR(32)  NULL COMMENT 'whose agents it is for',
  agent_no     VARCHAR(6)   NULL COMMENT 'whom it is for; with no queue either it is for everybody',
  sent_by      VARCHAR(6)   NOT NULL,
  sent_at      DATETIME(3)  NOT NULL,
  valid_until  DATETIME(3)  NOT NULL,
  withdrawn_at DATETIME(3)  NULL,
  withdrawn_by VARCHAR(6)   NULL,
  KEY by_end (valid_until)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE broadcast_read (
  broadcast_id BIGINT      NOT NULL,
  agent_no     VARCHAR(6)  NOT NULL,
  read_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (broadcast_id, agent_no),
  FOREIGN KEY (broadcast_id) REFERENCES broadcast (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
