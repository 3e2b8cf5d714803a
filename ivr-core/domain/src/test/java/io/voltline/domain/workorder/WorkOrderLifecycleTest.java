package io.voltline.domain.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkOrderLifecycleTest {

  /** Every move there is, {@code status action next}; all others are refused. */
  private static final Map<String, WorkOrderStatus> MOVES =
      moves(
          """
      DRAFT         SUBMIT       TO_DISPATCH
      DRAFT         WITHDRAW     WITHDRAWN
      TO_DISPATCH   DISPATCH     DISPATCHED
      TO_DISPATCH   WITHDRAW     WITHDRAWN
      DISPATCHED    ACKNOWLEDGE  ACKNOWLEDGED
      DISPATCHED    REJECT       TO_DISPATCH
      DISPATCHED    WITHDRAW     WITHDRAWN
      ACKNOWLEDGED  ARRIVE       ARRIVED
      ACKNOWLEDGED  START        IN_WORK
      ACKNOWLEDGED  REJECT       TO_DISPATCH
      ARRIVED       START        IN_WORK
      IN_WORK       REPLY        REPLIED
      REPLIED       REVIEW       TO_REVIEW
      TO_REVIEW     FOLLOW_UP    TO_FOLLOW_UP
      TO_REVIEW     SEND_BACK    IN_WORK
      TO_FOLLOW_UP  ARCHIVE      ARCHIVED
      TO_FOLLOW_UP  REDO         IN_WORK
      """);

  private static Map<String, WorkOrderStatus> moves(String table) {
    var moves = new LinkedHashMap<String, WorkOrderStatus>();
    table
        .lines()
        .map(line -> line.split(" +"))
        .forEach(move -> moves.put(move[0] + " " + move[1], WorkOrderStatus.valueOf(move[2])));
    return moves;
  }

  @ParameterizedTest
  @EnumSource
  void eachActionLeadsWhereTheTableSays(WorkOrderStatus status) {
    for (WorkOrderAction action : WorkOrderAction.values()) {
      var next = MOVES.get(status + " " + action);
      if (next == null) {
        assertThat(WorkOrderLifecycle.after(status, action)).as(status + " " + action).isEmpty();
      } else {
        assertThat(WorkOrderLifecycle.after(status, action))
            .as(status + " " + action)
            .contains(next);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theActionsOfferedAreThoseTaken(WorkOrderStatus status) {
    assertThat(WorkOrderLifecycle.actions(status))
        .containsExactlyElementsOf(
            Arrays.stream(WorkOrderAction.values())
                .filter(action -> WorkOrderLifecycle.after(status, action).isPresent())
                .toList());
  }

  @Test
  void anOrderIsOpenAsLongAsSomethingCanBeDone() {
    for (WorkOrderStatus status : WorkOrderStatus.values()) {
      assertThat(status.open()).isEqualTo(!WorkOrderLifecycle.actions(status).isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anActionIsFoundByItsCode(WorkOrderAction action) {
    assertThat(WorkOrderAction.of(action.code())).contains(action);
  }
}
