package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.anomalies;
import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.OfferId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two sides do at once, by name. */
class RoutingRacesTest {
  private final Centre centre = new Centre();
  private OfferId offer = new OfferId(1);

  @BeforeEach
  void oneOffer() {
    centre.ready(1001);
    centre.queue("a");
    offer = centre.lastOffer().offer();
  }

  @Test
  void callerHangsUpWhileRinging() {
    centre.ringing(offer);
    List<Command> commands = centre.gone("a");

    assertThat(commandsOf(Command.CancelOffer.class, commands))
        .containsExactly(new Command.CancelOffer(offer, call("a")));
    assertThat(centre.queue().waiting()).isZero();
    assertThat(centre.state(1001)).as("the phone may still ring").isEqualTo(AgentState.RINGING);

    centre.ended(offer, OfferOutcome.CALLER_LEFT);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  @Test
  void callerHangsUpWhileRingingAndTheEndIsToldFirst() {
    centre.ended(offer, OfferOutcome.CALLER_LEFT);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);

    assertThat(anomalies(centre.gone("a"))).containsExactly(Anomaly.UNKNOWN_CALL);
  }

  @Test
  void callerHangsUpWhileRingingAndTheEndIsNeverTold() {
    centre.gone("a");
    centre.queue("b");

    List<Command> later = centre.pass(2_000);

    assertThat(anomalies(later)).containsExactly(Anomaly.UNTOLD_END);
    assertThat(offers(later)).extracting(Centre.Offered::call).containsExactly(call("b"));
  }

  @Test
  void callerHangsUpAndAgentRejectsAtOnce() {
    centre.gone("a");

    centre.ended(offer, OfferOutcome.REJECTED);

    assertThat(centre.state(1001)).as("no fault of the agent").isEqualTo(AgentState.IDLE);
  }

  @Test
  void agentRejectsAndCallerHangsUpAtOnce() {
    centre.ended(offer, OfferOutcome.REJECTED);

    assertThat(anomalies(centre.gone("a"))).isEmpty();
    assertThat(centre.status(1001).reason()).contains(BusyReason.REJECTED);
    assertThat(centre.queue().waiting()).isZero();
  }

  @Test
  void answerCrossesTheCallersHangUp() {
    centre.gone("a");

    List<Command> commands = centre.answered(offer);

    assertThat(anomalies(commands)).containsExactly(Anomaly.LATE_ANSWER);
    assertThat(commandsOf(Command.CancelOffer.class, commands)).hasSize(1);
    centre.talkEnded(offer);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  @Test
  void lateAnswerToADeadOfferIsCancelledAgainAndCounted() {
    centre.ready(1002);
    List<Command> overrun = centre.pass(10_000);
    assertThat(anomalies(overrun)).containsExactly(Anomaly.RING_OVERRUN);
    assertThat(centre.lastOffer().agent()).isEqualTo(agent(1002));

    List<Command> commands = centre.answered(offer);

    assertThat(commandsOf(Command.CancelOffer.class, commands))
        .containsExactly(new Command.CancelOffer(offer, call("a")));
    assertThat(anomalies(commands)).containsExactly(Anomaly.LATE_ANSWER);
    assertThat(centre.state(1001)).isEqualTo(AgentState.BUSY);
    assertThat(centre.state(1002)).as("the new offer goes on").isEqualTo(AgentState.RESERVED);
  }

  @Test
  void answerToAForgottenOfferIsOnlyCounted() {
    centre.ended(offer, OfferOutcome.NOT_ANSWERED);

    assertThat(centre.answered(offer)).containsExactly(new Command.Noticed(Anomaly.DEAD_OFFER));
  }

  @Test
  void theSwitchNeverEndsTheRing() {
    centre.pass(9_999);
    assertThat(centre.state(1001)).isEqualTo(AgentState.RESERVED);

    List<Command> commands = centre.pass(1);

    assertThat(commandsOf(Command.CancelOffer.class, commands)).hasSize(1);
    assertThat(centre.status(1001).reason()).contains(BusyReason.NOT_ANSWERED);
    assertThat(centre.queue().waiting()).isOne();
  }

  @Test
  void phoneGoesAwayWhileItRings() {
    centre.ready(1002);

    List<Command> commands = centre.phone(1001, false);

    assertThat(commandsOf(Command.CancelOffer.class, commands)).hasSize(1);
    assertThat(offers(commands)).extracting(Centre.Offered::agent).containsExactly(agent(1002));
    assertThat(centre.status(1001).reason()).contains(BusyReason.PHONE_UNREACHABLE);
    assertThat(anomalies(centre.ended(offer, OfferOutcome.UNREACHABLE))).isEmpty();
  }

  @Test
  void phoneGoesAwayDuringTheTalkAndTheTalkGoesOn() {
    centre.answered(offer);

    centre.phone(1001, false);

    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void agentAsksForABreakWhileItRings() {
    centre.busy(1001, BusyReason.MEAL, 30);

    centre.ended(offer, OfferOutcome.NOT_ANSWERED);

    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
  }

  @Test
  void agentAsksForIdleWhileItRingsAndLetsItRing() {
    centre.idle(1001);

    centre.ended(offer, OfferOutcome.NOT_ANSWERED);

    assertThat(centre.status(1001).reason()).contains(BusyReason.NOT_ANSWERED);
  }

  @Test
  void callIsQueuedTwice() {
    assertThat(centre.queue("a")).containsExactly(new Command.Noticed(Anomaly.DUPLICATE_CALL));
  }

  @Test
  void answerIsToldTwice() {
    centre.answered(offer);

    assertThat(centre.answered(offer)).containsExactly(new Command.Noticed(Anomaly.REPEATED));
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void ringIsToldAfterTheAnswer() {
    centre.answered(offer);

    centre.ringing(offer);

    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void endIsToldTwice() {
    centre.ready(1002);
    centre.ended(offer, OfferOutcome.NOT_ANSWERED);

    assertThat(centre.ended(offer, OfferOutcome.NOT_ANSWERED))
        .containsExactly(new Command.Noticed(Anomaly.DEAD_OFFER));
    assertThat(centre.state(1002)).isEqualTo(AgentState.RESERVED);
  }

  @Test
  void talkEndsBeforeItsAnswerIsTold() {
    List<Command> commands = centre.talkEnded(offer);

    assertThat(anomalies(commands)).containsExactly(Anomaly.UNTOLD_ANSWER);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(anomalies(centre.answered(offer))).containsExactly(Anomaly.DEAD_OFFER);
    assertThat(centre.queue().waiting()).isZero();
  }

  @Test
  void answerIsTakenBack() {
    centre.answered(offer);

    List<Command> commands = centre.ended(offer, OfferOutcome.UNREACHABLE);

    assertThat(anomalies(commands)).containsExactly(Anomaly.RETRACTED_ANSWER);
    assertThat(centre.queue().waiting()).as("nobody is lost").isOne();
  }

  @Test
  void callerLeavesDuringTheTalkBeforeItsEndIsTold() {
    centre.answered(offer);

    centre.gone("a");

    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(anomalies(centre.talkEnded(offer))).containsExactly(Anomaly.DEAD_OFFER);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
  }

  @Test
  void timersAfterTheEndDoNothing() {
    centre.answered(offer);
    centre.talkEnded(offer);
    centre.idle(1001);
    centre.busy(1001, BusyReason.TRAINING, 60);

    assertThat(centre.pass(3_600_000)).isEmpty();
    assertThat(centre.status(1001).reason()).contains(BusyReason.TRAINING);
  }

  @Test
  void wrapUpTimerOfAnEarlierCallLeavesTheLaterOneAlone() {
    centre.answered(offer);
    centre.talkEnded(offer);
    centre.pass(20_000);
    centre.idle(1001);
    centre.queue("b");
    OfferId second = centre.lastOffer().offer();
    centre.answered(second);
    centre.talkEnded(second);

    centre.pass(10_000);

    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
  }

  @Test
  void callThatWentAwayComesBack() {
    centre.gone("a");
    centre.ended(offer, OfferOutcome.CALLER_LEFT);

    assertThat(offers(centre.queue("a"))).hasSize(1);
  }

  @Test
  void callComesBackWhileItsCancelledRingStillHoldsTheAgent() {
    centre.gone("a");
    centre.queue("a");

    assertThat(offers(centre.ended(offer, OfferOutcome.CALLER_LEFT)))
        .extracting(Centre.Offered::call)
        .containsExactly(call("a"));
  }
}
