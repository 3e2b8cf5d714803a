package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.OfferId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What an agent chooses while a call is on, and what a supervisor grants beyond the limit. */
final class NextStateTest {
  private static final StateRequest MEAL =
      new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEAL), OptionalInt.of(30));
  private static final StateRequest ACW =
      new StateRequest(AgentState.ACW, Optional.empty(), OptionalInt.empty());
  private final Centre centre = new Centre();

  @Test
  void whatIsChosenDuringATalkIsShownAndTakenWhenItIsOver() {
    var offer = talking();
    centre.busy(1001, BusyReason.MEAL, 30);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    assertThat(centre.status(1001).next()).contains(MEAL);

    centre.talkEnded(offer);
    assertThat(centre.state(1001)).isEqualTo(AgentState.BUSY);
    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
    assertThat(centre.status(1001).untilMillis()).hasValue(centre.now() + 30 * 60_000);
    assertThat(centre.status(1001).next()).isEmpty();
  }

  @Test
  void theLastChoiceCountsAndAfterCallWorkIsOneToo() {
    var offer = talking();
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.acw(1001, OptionalInt.empty());
    assertThat(centre.status(1001).next()).contains(ACW);

    centre.talkEnded(offer);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(centre.status(1001).call()).contains(call("a"));
  }

  @Test
  void aCallOutThatEndsInChosenAfterCallWorkKeepsItsCall() {
    centre.ready(1001);
    centre.on(s -> new Event.PhoneInUse(s, agent(1001), call("out"), true));
    centre.acw(1001, OptionalInt.empty());
    centre.on(s -> new Event.PhoneFree(s, agent(1001)));
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(centre.status(1001).call()).contains(call("out"));
  }

  @Test
  void aRestChosenForLaterCountsAsOneAndAGrantOutweighsTheLimit() {
    var offer = talking();
    centre.ready(1002, 1003);
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.busy(1002, BusyReason.SHORT_BREAK, 5);
    assertThat(commandsOf(Command.Refused.class, centre.busy(1003, BusyReason.MEAL, 30)))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.TOO_MANY_RESTING);

    var granted = centre.on(s -> new Event.StateGranted(s, agent(1003), MEAL));
    assertThat(commandsOf(Command.Refused.class, granted)).isEmpty();
    assertThat(centre.state(1003)).isEqualTo(AgentState.BUSY);
    centre.talkEnded(offer);
    assertThat(centre.state(1001)).as("chosen before").isEqualTo(AgentState.BUSY);
  }

  @Test
  void aGrantDuringATalkIsTakenWhenItIsOver() {
    var offer = talking();
    centre.on(s -> new Event.StateGranted(s, agent(1001), MEAL));
    assertThat(centre.status(1001).next()).contains(MEAL);
    centre.talkEnded(offer);
    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
  }

  @Test
  void nothingIsGrantedToWhoeverIsNotThere() {
    assertThat(
            commandsOf(
                Command.Refused.class,
                centre.on(s -> new Event.StateGranted(s, agent(1001), MEAL))))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.NOT_SIGNED_IN);
  }

  private OfferId talking() {
    centre.ready(1001);
    centre.queue("a");
    var offer = centre.lastOffer().offer();
    centre.answered(offer);
    return offer;
  }
}
