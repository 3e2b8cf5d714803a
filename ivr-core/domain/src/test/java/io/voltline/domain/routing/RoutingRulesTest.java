package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.GENERAL;
import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Skills, levels, steps, order, affinity, overflow and limits: who may have whom, and when. */
class RoutingRulesTest {
  private static final SkillId FAULT = new SkillId("fault");
  private static final SkillId ENGLISH = new SkillId("english");
  private static final QueueId FAULTS = new QueueId("faults");

  private Centre centre = new Centre();

  @Test
  void aLevelBelowTheOneAskedForIsNotRung() {
    ready(1001, Certificate.of(FAULT, 4));
    ready(1002, Certificate.of(FAULT, 5));

    assertThat(rung("a", "fault:5")).containsExactly(1002);
  }

  @Test
  void allSkillsOfAnAlternativeAreNeeded() {
    ready(1001, Certificate.of(FAULT, 9));
    ready(1002, Certificate.of(ENGLISH, 9));
    ready(1003, Certificate.of(ENGLISH, 3), Certificate.of(FAULT, 3));

    assertThat(rung("a", "fault:3+english:3")).containsExactly(1003);
    assertThat(rung("b", "fault:3+english:3")).isEmpty();
  }

  @Test
  void anyAlternativeWillDo() {
    ready(1001, Certificate.of(ENGLISH, 2));

    assertThat(rung("a", "fault:3|english:2")).containsExactly(1001);
  }

  @Test
  void aCallThatWaitsForTwoSkillsIsTakenByTheOneWhoHasBoth() {
    assertThat(rung("a", "fault:3+english:3")).isEmpty();

    ready(1001, Certificate.of(FAULT, 9));
    assertThat(offers(centre.commands)).isEmpty();
    ready(1002, Certificate.of(FAULT, 3), Certificate.of(ENGLISH, 3));

    assertThat(centre.lastOffer().agent()).isEqualTo(agent(1002));
  }

  @Test
  void anExpiredCertificateRoutesNoMore() {
    long end = centre.now() + 10_000;
    ready(1001, new Certificate(FAULT, 5, false, OptionalLong.of(end)));

    centre.pass(end - centre.now());

    assertThat(rung("a", "fault")).isEmpty();
  }

  @Test
  void aCertificateThatExpiresInTheTalkLeavesTheTalk() {
    ready(1001, new Certificate(FAULT, 5, false, OptionalLong.of(centre.now() + 10_000)));
    rung("a", "fault");
    centre.answered(centre.lastOffer().offer());

    centre.pass(20_000);

    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void levelsAreLoweredThenSkillsDroppedThenTheNeighbourAdded() {
    faults(
        "fault:8+english:8",
        new Widening.LowerLevels(4_000, 3),
        new Widening.DropSkill(8_000, ENGLISH),
        new Widening.AddNeighbour(20_000, GENERAL));
    ready(1003, Certificate.of(Centre.SKILL, 1));
    ready(1002, Certificate.of(FAULT, 5));
    ready(1001, Certificate.of(FAULT, 5), Certificate.of(ENGLISH, 5));
    for (String name : List.of("a", "b", "c")) {
      centre.queue(name, QueueRequest.usual(FAULTS, demand("fault:8+english:8"), centre.now()));
    }

    assertThat(offers(centre.pass(3_999))).isEmpty();
    assertThat(agents(centre.pass(1))).containsExactly(1001);
    assertThat(offers(centre.pass(3_999))).isEmpty();
    assertThat(agents(centre.pass(1))).containsExactly(1002);
    assertThat(agents(centre.pass(12_000))).contains(1003);
  }

  @Test
  void reservesAreRungOnlyOnceTwoRingsNoLongerFit() {
    ready(1001, new Certificate(Centre.SKILL, 5, true, OptionalLong.empty()));
    centre.queue("a");

    assertThat(offers(centre.pass(3_999))).isEmpty();
    assertThat(agents(centre.pass(1))).as("12 s less two rings of 4 s").containsExactly(1001);
  }

  @Test
  void reservesAreRungAtOnceWhenTheLineMovesTooSlowly() {
    centre = new Centre(Centre.profile(0, 1, 40, 50));
    centre.ready(1001);
    for (int i = 0; i < 10; i++) {
      centre.queue("before" + i);
    }
    for (int i = 0; i < 9; i++) {
      var talk = centre.lastOffer().offer();
      centre.answered(talk);
      centre.pass(20_000);
      centre.talkEnded(talk);
    }
    centre.answered(centre.lastOffer().offer());
    ready(1002, new Certificate(Centre.SKILL, 5, true, OptionalLong.empty()));

    assertThat(agents(centre.queue("now")))
        .as("somebody was taken every 20 s only")
        .containsExactly(1002);
  }

  @Test
  void aHeadStartIsWorthItsTimeAndNoMore() {
    centre.queue("usual");
    centre.pass(29_000);
    centre.queue("priority", 1);
    centre.pass(2_000);
    centre.queue("late-priority", 1);

    centre.ready(1001, 1002, 1003);

    assertThat(calls()).containsExactly("priority", "usual", "late-priority");
  }

  @Test
  void dangerGoesBeforeWhoeverWaitedLongest() {
    centre.queue("old", 8, centre.now() - 3_600_000);
    centre.queue("danger", 9);

    centre.ready(1001);

    assertThat(centre.lastOffer().call()).isEqualTo(call("danger"));
  }

  @Test
  void keyCustomersHaveAHeadStart() {
    centre.queue("usual");
    centre.pass(59_000);
    centre.queue("key", new QueueRequest(GENERAL, Centre.DEMAND, 0, true, List.of(), centre.now()));

    centre.ready(1001);

    assertThat(centre.lastOffer().call()).isEqualTo(call("key"));
  }

  @Test
  void thePreferredAgentIsRungBeforeTheLongestIdle() {
    centre.ready(1001, 1002);

    assertThat(agents(preferring("a", 1002))).containsExactly(1002);
  }

  @Test
  void aCallWaitsAWhileForThePreferredAgentWhoTalksAndThenForNobodyInParticular() {
    centre.ready(1001, 1002);
    preferring("a", 1002);
    centre.answered(centre.lastOffer().offer());

    List<Command> waits = preferring("b", 1002);
    assertThat(offers(waits)).isEmpty();
    assertThat(commandsOf(Command.Decided.class, waits).getFirst().decision().candidates())
        .contains(new Candidate(agent(1001), Verdict.HELD_FOR_PREFERRED));
    assertThat(offers(centre.pass(2_999))).isEmpty();
    assertThat(agents(centre.pass(1))).containsExactly(1001);
  }

  @Test
  void thePreferredAgentWhoComesFreeInTimeTakesTheCall() {
    centre = new Centre(Centre.profile(0, 1, 40, 50));
    centre.ready(1001, 1002);
    preferring("a", 1002);
    var talk = centre.lastOffer().offer();
    centre.answered(talk);
    preferring("b", 1002);

    assertThat(agents(centre.talkEnded(talk))).containsExactly(1002);
  }

  @Test
  void aCallIsFreeAgainWhenThePreferredAgentLeavesForABreak() {
    centre.ready(1001, 1002);
    preferring("a", 1002);
    var talk = centre.lastOffer().offer();
    centre.answered(talk);
    preferring("b", 1002);
    centre.busy(1002, BusyReason.MEAL, 30);

    assertThat(agents(centre.talkEnded(talk))).containsExactly(1001);
  }

  @Test
  void thePreferredAgentWhoLostTheSkillIsNotRung() {
    centre.ready(1001, 1002);
    preferring("a", 1002);
    var talk = centre.lastOffer().offer();
    centre.answered(talk);
    centre.busy(1001, BusyReason.MEAL, 30);
    preferring("b", 1002);
    centre.certify(1002, Certificate.of(FAULT, 9));

    assertThat(offers(centre.talkEnded(talk))).isEmpty();
    centre.idle(1002);
    assertThat(offers(centre.commands)).hasSize(1);
  }

  @Test
  void dangerWaitsForNobodyInParticular() {
    centre.ready(1001, 1002);
    preferring("a", 1002);
    centre.answered(centre.lastOffer().offer());

    assertThat(
            agents(
                centre.queue(
                    "danger",
                    new QueueRequest(
                        GENERAL, Centre.DEMAND, 9, false, List.of(agent(1002)), centre.now()))))
        .containsExactly(1001);
  }

  @Test
  void nobodyWaitsForAPreferredAgentOnABreak() {
    centre.ready(1001, 1002);
    centre.busy(1002, BusyReason.MEAL, 30);

    assertThat(agents(preferring("a", 1002))).containsExactly(1001);
  }

  @Test
  void aFullQueueOverflowsButNeverADangerCall() {
    centre = new Centre(profile(rule("fault", 1, Optional.of(GENERAL), OptionalLong.empty(), 0)));
    queueFault("a", 0);

    assertThat(overflows(queueFault("b", 0)))
        .containsExactly(
            new Command.Overflowed(call("b"), FAULTS, Optional.of(GENERAL), OverflowCause.FULL));
    assertThat(overflows(queueFault("danger", 9))).isEmpty();
  }

  @Test
  void aFullQueueTakesACallThatAnIdleAgentServesAtOnce() {
    centre = new Centre(profile(rule("fault:5", 1, Optional.of(GENERAL), OptionalLong.empty(), 0)));
    centre.queue("a", QueueRequest.usual(FAULTS, demand("fault:9"), centre.now()));
    ready(1001, Certificate.of(FAULT, 3));

    List<Command> commands =
        centre.queue("b", QueueRequest.usual(FAULTS, demand("fault:2"), centre.now()));

    assertThat(overflows(commands)).isEmpty();
    assertThat(agents(commands)).containsExactly(1001);
  }

  @Test
  void aCallNobodyCanServeOverflowsAtOnceAndIsServedThere() {
    centre = new Centre(profile(rule("fault", 9, Optional.of(GENERAL), OptionalLong.empty(), 0)));
    centre.on(Event.AgentsKnown::new);
    centre.ready(1001);

    List<Command> commands = queueFault("a", 0);

    assertThat(overflows(commands))
        .extracting(o -> o.cause())
        .containsExactly(OverflowCause.NOBODY_CERTIFIED);
    assertThat(agents(commands)).containsExactly(1001);
  }

  @Test
  void beforeTheAgentsAreKnownNobodyMeansNothing() {
    centre = new Centre(profile(rule("fault", 9, Optional.empty(), OptionalLong.empty(), 0)));

    assertThat(overflows(queueFault("a", 0))).isEmpty();
    assertThat(overflows(centre.on(Event.AgentsKnown::new))).hasSize(1);
    assertThat(centre.queue().waiting()).isZero();
  }

  @Test
  void theLastOneWhoCouldServeSignsOutAndTheWaitingOverflow() {
    centre = new Centre(profile(rule("fault", 9, Optional.of(GENERAL), OptionalLong.empty(), 0)));
    centre.on(Event.AgentsKnown::new);
    centre.certify(1001, Certificate.of(FAULT, 5));
    assertThat(overflows(queueFault("a", 0))).isEmpty();

    assertThat(overflows(centre.signOut(1001)))
        .as("to the next queue, and from there, where nobody is either, to a message")
        .extracting(Command.Overflowed::to)
        .containsExactly(Optional.of(GENERAL), Optional.empty());
  }

  @Test
  void aCallThatWaitedAsLongAsItsQueueLetsItOverflows() {
    centre =
        new Centre(profile(rule("fault", 9, Optional.of(GENERAL), OptionalLong.of(30_000), 0)));
    queueFault("a", 0);

    assertThat(overflows(centre.pass(29_999))).isEmpty();
    assertThat(overflows(centre.pass(1)))
        .extracting(o -> o.cause())
        .containsExactly(OverflowCause.WAITED);
  }

  @Test
  void noMoreRestThanMayAtOnce() {
    centre.ready(1001, 1002, 1003);
    centre.busy(1001, BusyReason.MEAL, 30);
    centre.busy(1002, BusyReason.SHORT_BREAK, 5);

    assertThat(commandsOf(Command.Refused.class, centre.busy(1003, BusyReason.MEAL, 30)))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.TOO_MANY_RESTING);
    assertThat(commandsOf(Command.Refused.class, centre.busy(1003, BusyReason.TRAINING, 30)))
        .isEmpty();
    centre.idle(1001);
    assertThat(commandsOf(Command.Refused.class, centre.busy(1003, BusyReason.MEAL, 30))).isEmpty();
  }

  @Test
  void afterCallWorkAskedForHasItsLimit() {
    centre.ready(1001);

    centre.acw(1001, OptionalInt.of(240));

    assertThat(centre.status(1001).untilMillis()).hasValue(centre.now() + 3_600_000);
  }

  private List<Integer> rung(String name, String demand) {
    return agents(centre.queue(name, QueueRequest.usual(GENERAL, demand(demand), centre.now())));
  }

  private List<Command> preferring(String name, int number) {
    return centre.queue(
        name,
        new QueueRequest(GENERAL, Centre.DEMAND, 0, false, List.of(agent(number)), centre.now()));
  }

  private List<Command> queueFault(String name, int priority) {
    return centre.queue(
        name, new QueueRequest(FAULTS, demand("fault"), priority, false, List.of(), centre.now()));
  }

  private void ready(int number, Certificate... certificates) {
    centre.certify(number, certificates);
    centre.phone(number, true);
    centre.idle(number);
    centre.pass(1);
  }

  private void faults(String demand, Widening... steps) {
    QueueRule usual = Centre.PROFILE.usual();
    centre =
        new Centre(
            profile(
                new QueueRule(
                    FAULTS,
                    demand(demand),
                    usual.strategy(),
                    usual.promiseMillis(),
                    usual.wrapUpMillis(),
                    usual.affinityMillis(),
                    usual.mostWaiting(),
                    List.of(steps),
                    usual.overflow())));
  }

  private static QueueRule rule(
      String demand, int most, Optional<QueueId> to, OptionalLong after, long nobodyAfter) {
    QueueRule usual = Centre.PROFILE.usual();
    return new QueueRule(
        FAULTS,
        demand(demand),
        usual.strategy(),
        usual.promiseMillis(),
        usual.wrapUpMillis(),
        usual.affinityMillis(),
        most,
        List.of(),
        new Overflow(to, after, nobodyAfter));
  }

  private static RoutingProfile profile(QueueRule rule) {
    return Centre.PROFILE.with(rule);
  }

  private static Demand demand(String text) {
    return Demand.parse(text);
  }

  private List<String> calls() {
    return offers(centre.commands).stream().map(o -> o.call().value()).toList();
  }

  private static List<Integer> agents(List<Command> commands) {
    return offers(commands).stream().map(o -> Integer.parseInt(o.agent().value())).toList();
  }

  private static List<Command.Overflowed> overflows(List<Command> commands) {
    return commandsOf(Command.Overflowed.class, commands);
  }
}
