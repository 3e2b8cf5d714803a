package io.voltline.domain.workorder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do to a work order to move it on. */
public enum WorkOrderAction {
  SUBMIT,
  DISPATCH,
  ACKNOWLEDGE,
  ARRIVE,
  START,
  REPLY,
  REVIEW,
  SEND_BACK,
  FOLLOW_UP,
  REDO,
  ARCHIVE,
  REJECT,
  WITHDRAW;

  /** The name in the API and in histories: {@code send-back}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<WorkOrderAction> of(String code) {
    return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
  }
}
