package io.voltline.engine.selfservice;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.util.Optional;

/** Keeps messages that callers left on tape. */
@FunctionalInterface
public interface Tapes {

  /**
   * A message on tape.
   *
   * @param file as the switch was told to write it
   * @param call empty when it was left anonymously
   * @param order that was made of it
   */
  record Message(String file, Optional<CallId> call, WorkOrderNo order) {}

  /** Enters the message beside the recordings; the same one is entered once. Returns at once. */
  void keep(Message message);
}
