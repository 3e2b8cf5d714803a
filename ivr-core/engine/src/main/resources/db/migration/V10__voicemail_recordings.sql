-- Messages stand beside the talks. Those that were left before keep their files' names, whatever these tell.

ALTER TABLE recording
  MODIFY call_id VARCHAR(64) NULL COMMENT 'NULL for a message that was left anonymously',
  ADD kind          VARCHAR(16) NOT NULL DEFAULT 'TALK' COMMENT 'TALK or VOICEMAIL' AFTER id,
  ADD work_order_no CHAR(14)    NULL COMMENT 'made of a message' AFTER agent_no,
  ADD KEY by_order (work_order_no),
  ADD FOREIGN KEY (work_order_no) REFERENCES work_order (no);

INSERT INTO recording (id, kind, call_id, work_order_no, started_at, status)
SELECT SUBSTRING(path, 1, CHAR_LENGTH(path) - 4), 'VOICEMAIL', call_id, work_order_no, recorded_at, 'RECORDING'
FROM voicemail WHERE path LIKE 'message-%.wav';

DROP TABLE voicemail;
