package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.rules.ReasonForm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BusyReasonsTest {
  private static final List<ReasonForm> CHANGED =
      List.of(
          form(BusyReason.MEAL, true, Optional.of(30), false),
          form(BusyReason.TRAINING, true, Optional.empty(), true),
          form(BusyReason.SHORT_BREAK, false, Optional.empty(), false));
  private final House house = new House();

  @BeforeEach
  void routingGrantsAll() throws Exception {
    when(house.routing.request(any(), any()))
        .thenAnswer(call -> house.view(call.getArgument(0), AgentState.BUSY, Optional.empty()));
    house.reasons.follow(CHANGED);
  }

  @Test
  void allDesksAreToldAndTheListIsThere() {
    verify(house.sink).toAll(new DeskEvent.ReasonsChanged(house.now, CHANGED));
    assertThat(house.states.reasons()).isEqualTo(CHANGED);
  }

  @Test
  void aReasonLastsNoLongerThanItsLongest() throws Exception {
    house.states.request(House.AGENT, busy(BusyReason.MEAL, OptionalInt.of(30)));
    refused(
        Refused.Reason.INVALID,
        () -> house.states.request(House.AGENT, busy(BusyReason.MEAL, OptionalInt.of(31))));
    house.states.request(House.AGENT, busy(BusyReason.MEAL, OptionalInt.empty()));
    verify(house.routing, times(2)).request(House.AGENT, busy(BusyReason.MEAL, OptionalInt.of(30)));
  }

  @Test
  void whatIsNotOfferedIsRefusedWhoeverAsks() throws Exception {
    var unnamed = new StateRequest(AgentState.BUSY, Optional.empty(), OptionalInt.empty());
    refused(Refused.Reason.INVALID, () -> house.states.request(House.AGENT, unnamed));
    refused(
        Refused.Reason.INVALID,
        () -> house.states.force(House.AGENT, busy(BusyReason.OUTBOUND, OptionalInt.empty())));
    verify(house.routing, never()).request(any(), any());
    house.states.request(House.AGENT, StateRequest.idle());
    verify(house.routing).request(House.AGENT, StateRequest.idle());
  }

  @Test
  void whatNeedsApprovalIsTakenBySupervisorsWordOnly() throws Exception {
    StateRequest training = busy(BusyReason.TRAINING, OptionalInt.of(60));
    refused(Refused.Reason.NEEDS_APPROVAL, () -> house.states.request(House.AGENT, training));
    house.states.force(House.AGENT, training);
    verify(house.routing).grant(House.AGENT, training);
    verify(house.routing, never()).request(any(), any());
  }

  private static ReasonForm form(
      BusyReason reason, boolean offered, Optional<Integer> longest, boolean approval) {
    return new ReasonForm(reason, offered, Optional.empty(), longest, approval);
  }

  private static StateRequest busy(BusyReason reason, OptionalInt minutes) {
    return new StateRequest(AgentState.BUSY, Optional.of(reason), minutes);
  }

  private static void refused(Refused.Reason reason, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .asInstanceOf(InstanceOfAssertFactories.throwable(Refused.class))
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
