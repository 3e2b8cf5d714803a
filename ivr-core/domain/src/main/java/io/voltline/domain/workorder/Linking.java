package io.voltline.domain.workorder;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reports of what an order is about already: each account is added to it once, no order is made.
 */
public final class Linking {

  /** The code of the step that a link leaves in the history. */
  public static final String ACTION = "link";

  private Linking() {}

  /**
   * The step that links this account's call; empty when the account is linked already.
   *
   * @param parent the order that stays
   * @param note what was written down of the call, if anything
   */
  public static Optional<WorkOrderStep> of(
      WorkOrder parent,
      AccountNo account,
      CallId call,
      Optional<String> note,
      String by,
      Instant now) {
    return stands(parent.history(), account)
        ? Optional.empty()
        : Optional.of(
            new WorkOrderStep(
                now,
                by,
                ACTION,
                parent.status(),
                Optional.of(
                    beginning(account) + "，通话" + call + note.map(text -> "：" + text).orElse(""))));
  }

  private static boolean stands(List<WorkOrderStep> history, AccountNo account) {
    return history.stream()
        .filter(step -> step.action().equals(ACTION))
        .flatMap(step -> step.note().stream())
        .anyMatch(note -> note.startsWith(beginning(account)));
  }

  private static String beginning(AccountNo account) {
    return "户号" + account + "来电";
  }
}
