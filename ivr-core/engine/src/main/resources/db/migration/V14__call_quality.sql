-- How agents heard their callers, as their browsers measured it; one row for each page that had the talk.

CREATE TABLE call_quality (
  call_id       VARCHAR(64) NOT NULL,
  agent_no      CHAR(4)     NOT NULL,
  since         DATETIME(3) NOT NULL,
  seconds       DOUBLE      NOT NULL,
  loss_percent  DOUBLE      NOT NULL,
  jitter_ms     DOUBLE      NOT NULL,
  round_trip_ms DOUBLE      NULL,
  mos           DOUBLE      NOT NULL COMMENT '1 to 4.5, by the E-model of ITU-T G.107',
  mos_lowest    DOUBLE      NOT NULL COMMENT 'of the worst 5 s',
  PRIMARY KEY (call_id, agent_no, since),
  KEY by_agent (agent_no, since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
