package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promise of 12 s: how rings are cut from it, how several phones ring, and who broke it. */
class PromiseTest {
  private static final QueueId OTHER = new QueueId("other");

  private final Centre centre = new Centre(Centre.profile(0, 2, 40, 50));

  @Test
  void aCallHeardInTimeBreaksNothing() {
    centre.ready(1001);
    centre.queue("a");
    OfferId offer = centre.lastOffer().offer();
    centre.answered(offer);
    centre.pass(3_000);
    centre.on(s -> new Event.TalkBegan(s, offer));
    centre.pass(60_000);

    assertThat(broken()).isEmpty();
  }

  @Test
  void anAnswerThatIsHeardTooLateBreaksThePromise() {
    centre.ready(1001);
    centre.queue("a");
    OfferId offer = centre.lastOffer().offer();
    centre.pass(7_000);
    centre.answered(offer);
    centre.pass(6_000);
    centre.on(s -> new Event.TalkBegan(s, offer));

    assertThat(broken())
        .containsExactly(
            new Command.PromiseBroken(call("a"), Centre.GENERAL, BreachCause.AGENT_SILENT));
  }

  @Test
  void nobodySignedIn() {
    centre.queue("a");
    centre.pass(12_000);

    assertThat(causes()).containsExactly(BreachCause.NOBODY_CERTIFIED);
  }

  @Test
  void allBusy() {
    centre.ready(1001);
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.queue("a");
    centre.pass(12_000);

    assertThat(causes()).containsExactly(BreachCause.ALL_BUSY);
  }

  @Test
  void agentSilent() {
    centre.ready(1001);
    centre.queue("a");
    centre.pass(8_000);
    centre.ended(centre.lastOffer().offer(), OfferOutcome.NOT_ANSWERED);
    centre.pass(4_000);

    assertThat(causes()).containsExactly(BreachCause.AGENT_SILENT);
  }

  @Test
  void phoneUnreachable() {
    centre.ready(1001);
    centre.phone(1001, false);
    centre.queue("a");
    centre.pass(12_000);

    assertThat(causes()).containsExactly(BreachCause.PHONE_UNREACHABLE);
  }

  @Test
  void noEngineHadTheCall() {
    centre.ready(1001);
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.queue("a", 0, centre.now() - 9_000);
    centre.pass(3_000);

    assertThat(causes()).containsExactly(BreachCause.ENGINE_OR_SWITCH);
  }

  @Test
  void whoeverIsMovedWaitsForWhomTheNewQueueAsks() {
    centre.ready(1001);
    centre.busy(1001, BusyReason.MEAL, 30);
    var nowhere = request(OTHER, "none", 0, 0);
    centre.queue("a", nowhere);
    centre.pass(9_000);
    var here = request(Centre.GENERAL, "general", 0, 9_000);
    centre.on(s -> new Event.CallMoved(s, call("a"), here));
    centre.pass(3_000);
    assertThat(broken())
        .containsExactly(
            new Command.PromiseBroken(call("a"), Centre.GENERAL, BreachCause.ALL_BUSY));
    var back = request(OTHER, "none", 0, 12_000);
    centre.on(s -> new Event.CallMoved(s, call("a"), back));
    centre.pass(60_000);
    assertThat(broken()).as("told once").hasSize(1);
  }

  @Test
  void whatRingsCostBeforeTheMoveIsNotForgotten() {
    centre.ready(1001);
    centre.queue("a");
    centre.pass(8_000);
    centre.ended(centre.lastOffer().offer(), OfferOutcome.NOT_ANSWERED);
    var again = request(Centre.GENERAL, "general", 8, 8_000);
    centre.on(s -> new Event.CallMoved(s, call("a"), again));
    centre.pass(4_000);
    assertThat(causes()).containsExactly(BreachCause.AGENT_SILENT);
  }

  @Test
  void whoIsMovedStandsWhereTheWaitSaysAndNobodyUnknownIs() {
    centre.queue("a");
    centre.pass(1_000);
    centre.queue("b");
    var late = request(Centre.GENERAL, "general", 0, 1_000);
    centre.on(s -> new Event.CallMoved(s, call("a"), late));
    centre.ready(1001);
    assertThat(centre.lastOffer().call()).isEqualTo(call("a"));
    assertThat(Centre.anomalies(centre.on(s -> new Event.CallMoved(s, call("x"), late))))
        .containsExactly(Anomaly.UNKNOWN_CALL);
    centre.answered(centre.lastOffer().offer());
    assertThat(Centre.anomalies(centre.on(s -> new Event.CallMoved(s, call("a"), late))))
        .containsExactly(Anomaly.REPEATED);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void onePhoneRingsWhileASecondStillFits() {
    centre.ready(1001, 1002, 1003);

    assertThat(offers(centre.queue("a"))).hasSize(1);
  }

  @Test
  void severalPhonesRingWhenLittleIsLeftAndTheFirstAnswerWins() {
    centre.ready(1001, 1002, 1003);
    List<Centre.Offered> rung = offers(late("a"));
    assertThat(rung).extracting(Centre.Offered::agent).containsExactly(agent(1001), agent(1002));
    assertThat(rung).allSatisfy(o -> assertThat(o.ringMillis()).isEqualTo(5_000));

    List<Command> won = centre.answered(rung.getLast().offer());

    assertThat(commandsOf(Command.CancelOffer.class, won))
        .containsExactly(new Command.CancelOffer(rung.getFirst().offer(), call("a")));
    assertThat(centre.state(1002)).isEqualTo(AgentState.TALKING);
    assertThat(centre.state(1001)).as("until its end is told").isEqualTo(AgentState.RINGING);
    centre.ended(rung.getFirst().offer(), OfferOutcome.SUPERSEDED);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
    assertThat(offers(centre.queue("b")).getFirst().agent())
        .as("who lost the race is still the longest idle")
        .isEqualTo(agent(1001));
  }

  @Test
  void bothAnswerAtOnceAndOnlyTheFirstIsTaken() {
    centre.ready(1001, 1002);
    List<Centre.Offered> rung = offers(late("a"));
    centre.answered(rung.getFirst().offer());

    List<Command> second = centre.answered(rung.getLast().offer());

    assertThat(Centre.anomalies(second)).containsExactly(Anomaly.LATE_ANSWER);
    assertThat(commandsOf(Command.CancelOffer.class, second)).hasSize(1);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void oneOfSeveralRejectsAndTheOtherRingsOn() {
    centre.ready(1001, 1002, 1003);
    List<Centre.Offered> rung = offers(late("a"));

    List<Command> rejected = centre.ended(rung.getFirst().offer(), OfferOutcome.REJECTED);

    assertThat(offers(rejected)).isEmpty();
    assertThat(centre.state(1001)).isEqualTo(AgentState.BUSY);
    assertThat(offers(centre.ended(rung.getLast().offer(), OfferOutcome.NOT_ANSWERED)))
        .extracting(Centre.Offered::agent)
        .containsExactly(agent(1003));
  }

  @Test
  void callerHangsUpWhileSeveralRing() {
    centre.ready(1001, 1002);
    List<Centre.Offered> rung = offers(late("a"));

    assertThat(commandsOf(Command.CancelOffer.class, centre.gone("a"))).hasSize(2);
    rung.forEach(o -> centre.ended(o.offer(), OfferOutcome.CALLER_LEFT));

    assertThat(centre.queue().idle()).isEqualTo(2);
  }

  @Test
  void theSwitchTellsTheEndOfSeveralRingsToNobody() {
    centre.ready(1001, 1002);
    offers(late("a"));
    centre.gone("a");

    centre.pass(2_000);

    assertThat(centre.queue().idle()).isEqualTo(2);
  }

  @Test
  void anotherThanTheOneToldHadTheTalk() {
    centre.ready(1001, 1002);
    List<Centre.Offered> rung = offers(late("a"));
    centre.answered(rung.getFirst().offer());

    centre.talkEnded(rung.getLast().offer());
    centre.ended(rung.getFirst().offer(), OfferOutcome.SUPERSEDED);

    assertThat(centre.queue().waiting()).isZero();
    assertThat(centre.queue().idle()).isEqualTo(2);
  }

  /** What somebody asks for who has waited for so many milliseconds. */
  private QueueRequest request(QueueId queue, String asks, int priority, long waited) {
    return new QueueRequest(
        queue, Demand.parse(asks), priority, false, List.of(), centre.now() - waited);
  }

  private List<Command> late(String name) {
    return centre.queue(name, 0, centre.now() - 7_000);
  }

  private List<Command.PromiseBroken> broken() {
    return commandsOf(Command.PromiseBroken.class, centre.commands);
  }

  private List<BreachCause> causes() {
    return broken().stream().map(Command.PromiseBroken::cause).toList();
  }
}
