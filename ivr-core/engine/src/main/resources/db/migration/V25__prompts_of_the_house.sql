-- Prompts that administrators changed; what has no row is as the product has it.

CREATE TABLE house_prompt (
  prompt     VARCHAR(56)   NOT NULL COMMENT 'the id that flows know it by',
  language   CHAR(2)       NOT NULL COMMENT 'ZH or EN',
  said       VARCHAR(1000) NOT NULL,
  instead_of VARCHAR(1000) NOT NULL COMMENT 'the text of the product when it was changed',
  sound      VARCHAR(40)   NOT NULL COMMENT 'the file that is heard, in the folder of kept sounds',
  millis     INT           NOT NULL COMMENT 'how long it sounds',
  recording  VARCHAR(100)  NULL COMMENT 'the name of the file that was sent; NULL when the voice speaks the text',
  changed_at DATETIME(3)   NOT NULL,
  changed_by CHAR(4)       NOT NULL,
  PRIMARY KEY (prompt, language)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
