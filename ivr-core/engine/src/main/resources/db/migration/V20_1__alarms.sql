-- What of the floor was not as it should be, since when, who took care of it, and until when.
CREATE TABLE alarm (
  node            VARCHAR(64) NOT NULL COMMENT 'the engine that raised it',
  kind            VARCHAR(24) NOT NULL,
  subject         VARCHAR(64) NOT NULL COMMENT 'a queue, an agent or a part of the house, as the kind says',
  raised_at       DATETIME(3) NOT NULL,
  acknowledged_by VARCHAR(6)  NULL,
  acknowledged_at DATETIME(3) NULL,
  cleared_at      DATETIME(3) NULL COMMENT 'NULL while it is raised',
  PRIMARY KEY (node, kind, subject, raised_at),
  KEY by_time (raised_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
