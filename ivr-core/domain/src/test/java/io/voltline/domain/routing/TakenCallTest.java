package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A caller for whom a phone is rung that routing has no part in: the place and the promise stay.
 */
class TakenCallTest {
  private final Centre centre = new Centre(Centre.profile(0, 2, 40, 50));

  @Test
  void nobodyIsOfferedTheCallUntilItIsBackInItsOldPlace() {
    centre.queue("a");
    centre.queue("b");
    taken("a");
    centre.ready(1001);
    assertThat(centre.lastOffer().call()).isEqualTo(call("b"));
    centre.ended(centre.lastOffer().offer(), OfferOutcome.UNREACHABLE);
    centre.phone(1001, false);
    returned("a");
    centre.pass(1_000);
    centre.ready(1002);
    assertThat(centre.lastOffer().call()).as("who came first").isEqualTo(call("a"));
  }

  @Test
  void whoeverRingsForItRingsNoMore() {
    centre.ready(1001);
    centre.queue("a");
    Centre.Offered rung = centre.lastOffer();
    List<Command> commands = taken("a");
    assertThat(commandsOf(Command.CancelOffer.class, commands))
        .containsExactly(new Command.CancelOffer(rung.offer(), call("a")));
    centre.ended(rung.offer(), OfferOutcome.SUPERSEDED);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
    assertThat(offers(returned("a"))).hasSize(1);
  }

  @Test
  void thePromiseRunsOnAndIsToldOnce() {
    centre.ready(1001);
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.queue("a");
    centre.pass(10_000);
    taken("a");
    centre.pass(10_000);
    returned("a");
    centre.pass(10_000);
    assertThat(commandsOf(Command.PromiseBroken.class, centre.commands))
        .containsExactly(
            new Command.PromiseBroken(call("a"), Centre.GENERAL, BreachCause.ALL_BUSY));
  }

  @Test
  void whoeverIsAnsweredInTimeBreaksNothing() {
    centre.queue("a");
    taken("a");
    centre.gone("a");
    centre.pass(60_000);
    assertThat(commandsOf(Command.PromiseBroken.class, centre.commands)).isEmpty();
    assertThat(Centre.anomalies(returned("a"))).containsExactly(Anomaly.UNKNOWN_CALL);
  }

  @Test
  void aQueueThatFillsMeanwhileStillHasThePlace() {
    centre.on(s -> new Event.RulesChanged(s, List.of(forOneCaller()), 600_000, 2));
    centre.ready(1001);
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.queue("a");
    taken("a");
    assertThat(commandsOf(Command.Overflowed.class, centre.queue("b")))
        .extracting(Command.Overflowed::cause)
        .containsExactly(OverflowCause.FULL);
    assertThat(commandsOf(Command.Overflowed.class, returned("a"))).isEmpty();
    assertThat(centre.core.waiting(centre.now(), 10))
        .extracting(WaitingCall::call)
        .containsExactly(call("a"));
  }

  @Test
  void ofATalkAndTwiceItMeansNothing() {
    centre.ready(1001);
    centre.queue("a");
    centre.answered(centre.lastOffer().offer());
    assertThat(Centre.anomalies(taken("a"))).containsExactly(Anomaly.REPEATED);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    assertThat(Centre.anomalies(taken("nobody"))).containsExactly(Anomaly.UNKNOWN_CALL);
    centre.queue("b");
    taken("b");
    assertThat(Centre.anomalies(taken("b"))).containsExactly(Anomaly.REPEATED);
    returned("b");
    assertThat(Centre.anomalies(returned("b"))).containsExactly(Anomaly.REPEATED);
  }

  private static QueueRule forOneCaller() {
    return new QueueRule(
        Centre.GENERAL,
        Centre.DEMAND,
        new Strategy.LongestIdle(),
        12_000,
        0,
        3_000,
        1,
        List.of(),
        Overflow.MESSAGE);
  }

  private List<Command> taken(String call) {
    return centre.on(s -> new Event.CallTaken(s, call(call)));
  }

  private List<Command> returned(String call) {
    return centre.on(s -> new Event.CallReturned(s, call(call)));
  }
}
