-- A call-back keeps what its call asked for, and gives its place back to a customer who calls again.

ALTER TABLE call_back
  ADD demand      VARCHAR(500) NOT NULL DEFAULT 'general' COMMENT 'fault:3+english:2|general:1' AFTER queue,
  ADD priority    INT          NOT NULL DEFAULT 0 COMMENT 'the higher, the sooner' AFTER demand,
  ADD joined_call VARCHAR(64)  NULL COMMENT 'in which the customer waits in this place; nobody is called meanwhile',
  ADD KEY by_joined (joined_call);
