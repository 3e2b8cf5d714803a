-- The work order form: how soon it was sent, what is alike, who calls, and the articles beside it.

ALTER TABLE work_order
  ADD filed_after_ms BIGINT  NULL COMMENT 'from the end of the call; NULL where no agent sent it for a call',
  ADD filed_late     BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'by the limit that held then',
  ADD KEY by_phone (contact_phone, created_at),
  ADD KEY by_lateness (filed_late, created_at);

-- A step tells which call it comes from and all that was written down of it.
ALTER TABLE work_order_step
  MODIFY note VARCHAR(2200) NULL;

ALTER TABLE customer
  ADD KEY by_area (transformer_area),
  ADD KEY by_meter (meter_no),
  ADD KEY by_name (name);

CREATE TABLE article (
  id         VARCHAR(64)   NOT NULL PRIMARY KEY,
  type       VARCHAR(64)   NULL COMMENT 'the branch or type of work orders it helps with',
  title_zh   VARCHAR(100)  NOT NULL,
  title_en   VARCHAR(100)  NOT NULL,
  keywords   VARCHAR(300)  NOT NULL COMMENT 'what else people call it, both languages',
  body_zh    VARCHAR(4000) NOT NULL,
  body_en    VARCHAR(4000) NOT NULL,
  revised_on DATE          NOT NULL,
  KEY by_type (type)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
