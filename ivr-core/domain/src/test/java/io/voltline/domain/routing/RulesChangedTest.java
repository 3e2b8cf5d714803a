package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.GENERAL;
import static io.voltline.domain.routing.Centre.PROFILE;
import static io.voltline.domain.routing.Centre.SKILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The rules of queues change while people call and wait. */
class RulesChangedTest {
  private static final QueueRule USUAL = PROFILE.usual();
  private static final SkillId FAULT = new SkillId("fault");
  private static final QueueId OTHER = new QueueId("other");

  private final Centre centre = new Centre();

  @Test
  void callersInLineAskForWhatTheirQueueAsksForNow() {
    centre.signIn(1001, FAULT);
    centre.phone(1001, true);
    centre.idle(1001);
    centre.signIn(1002, SKILL);
    centre.queue("first");
    centre.pass(1);
    centre.queue("second");

    List<Command> commands = change(rule(Demand.of(FAULT), 12_000, USUAL.strategy(), List.of()));

    assertThat(Centre.offers(commands))
        .singleElement()
        .satisfies(
            offered -> {
              assertThat(offered.call().value()).isEqualTo("first");
              assertThat(offered.agent()).isEqualTo(Centre.agent(1001));
            });
  }

  @Test
  void aCallerWhoAsksForSomethingElseKeepsTheWish() {
    centre.ready(1001);
    centre.signIn(1002, FAULT);
    centre.queue(
        "english", new QueueRequest(GENERAL, Demand.of(FAULT), 0, false, List.of(), centre.now()));

    List<Command> commands =
        change(rule(Demand.of(SKILL).lowered(1), 12_000, USUAL.strategy(), List.of()));

    assertThat(Centre.offers(commands)).isEmpty();
  }

  @Test
  void aShorterPromiseIsJudgedAtOnceAndALongerOneGivesTime() {
    centre.signIn(1001, SKILL);
    centre.queue("late");
    centre.pass(6_000);
    change(rule(USUAL.demand(), 5_000, USUAL.strategy(), List.of()));
    assertThat(broken(centre.pass(1))).containsExactly("late");

    centre.queue("next");
    change(rule(USUAL.demand(), 30_000, USUAL.strategy(), List.of()));
    assertThat(broken(centre.pass(29_999))).isEmpty();
    assertThat(broken(centre.pass(1))).containsExactly("next");
  }

  @Test
  void stepsAreReckonedFromTheBeginningOfTheWait() {
    centre.certify(1001, new Certificate(SKILL, 5, true, OptionalLong.empty()));
    centre.phone(1001, true);
    centre.idle(1001);
    centre.signIn(1002, SKILL);
    centre.queue("waits");
    centre.pass(1_500);

    List<Command> commands =
        change(
            rule(
                USUAL.demand(),
                12_000,
                USUAL.strategy(),
                List.of(new Widening.OpenReserve(1_000))));

    assertThat(Centre.offers(commands)).hasSize(1);
  }

  @Test
  void whoIsRungForStaysSoAndStandsByTheNewRuleWhenNobodyAnswers() {
    centre.ready(1001);
    centre.queue("rings");
    var offered = centre.lastOffer();

    assertThat(Centre.offers(change(to(Overflow.MESSAGE)))).isEmpty();
    QueueRule other = rule(OTHER);
    change(to(new Overflow(Optional.of(OTHER), OptionalLong.of(0), 0)), other);
    List<Command> ended = centre.ended(offered.offer(), OfferOutcome.NOT_ANSWERED);

    assertThat(Centre.commandsOf(Command.Overflowed.class, ended))
        .singleElement()
        .satisfies(overflow -> assertThat(overflow.to()).contains(OTHER));
  }

  @Test
  void theOrderIsTheNewStrategys() {
    centre.signIn(1001, SKILL);
    centre.queue("first", 0);
    centre.pass(1_000);
    centre.queue("prior", 3);
    change(rule(USUAL.demand(), 12_000, new Strategy.LongestWait(), List.of()));
    centre.phone(1001, true);

    List<Command> commands = centre.idle(1001);

    assertThat(Centre.offers(commands))
        .singleElement()
        .satisfies(offered -> assertThat(offered.call().value()).isEqualTo("first"));
  }

  @Test
  void aQueueThatIsTakenAwayGoesWithItsLastCall() {
    centre.ready(1001);
    change(USUAL, rule(OTHER));
    centre.queue("talks", other());
    centre.answered(centre.lastOffer().offer());
    centre.queue("waits", other());

    change(USUAL);
    assertThat(queues()).containsExactly("general", "other");
    centre.gone("talks");
    assertThat(Centre.offers(centre.idle(1001)))
        .extracting(offered -> offered.call().value())
        .containsExactly("waits");
    assertThat(queues()).containsExactly("general", "other");
    centre.gone("waits");
    assertThat(queues()).containsExactly("general");
  }

  @Test
  void aQueueThatComesBackStays() {
    change(USUAL, rule(OTHER));
    centre.queue("waits", other());
    change(USUAL);
    change(USUAL, rule(OTHER));
    centre.gone("waits");
    assertThat(queues()).containsExactly("general", "other");
    change(USUAL);
    assertThat(queues()).containsExactly("general");
  }

  private List<String> queues() {
    return centre.core.queues().stream().map(queue -> queue.queue().value()).toList();
  }

  private QueueRequest other() {
    return new QueueRequest(OTHER, USUAL.demand(), 0, false, List.of(), centre.now());
  }

  @Test
  void limitsOnAgentsHoldFromNowOn() {
    centre.ready(1001, 1002);
    centre.on(s -> new Event.RulesChanged(s, List.of(USUAL), 60_000, 1));

    centre.busy(1001, BusyReason.MEAL, 10);

    assertThat(Centre.commandsOf(Command.Refused.class, centre.busy(1002, BusyReason.MEAL, 10)))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.TOO_MANY_RESTING);
  }

  @Test
  void rulesThatDoNotFitEachOtherChangeNothing() {
    centre.signIn(1001, SKILL);
    centre.queue("waits");
    QueueRule nowhere = to(new Overflow(Optional.of(OTHER), OptionalLong.empty(), 0));

    assertThatThrownBy(() -> change(nowhere))
        .isInstanceOf(OutOfRange.class)
        .hasMessageContaining("there is no queue other");

    centre.phone(1001, true);
    assertThat(Centre.offers(centre.idle(1001))).hasSize(1);
  }

  private List<Command> change(QueueRule... rules) {
    return centre.on(s -> new Event.RulesChanged(s, List.of(rules), 3_600_000, 2));
  }

  private static List<String> broken(List<Command> commands) {
    return Centre.commandsOf(Command.PromiseBroken.class, commands).stream()
        .map(broken -> broken.call().value())
        .toList();
  }

  private static QueueRule rule(QueueId queue) {
    return USUAL.of(queue, USUAL.demand());
  }

  private static QueueRule rule(
      Demand demand, long promiseMillis, Strategy strategy, List<Widening> steps) {
    return new QueueRule(
        GENERAL,
        demand,
        strategy,
        promiseMillis,
        USUAL.wrapUpMillis(),
        USUAL.affinityMillis(),
        USUAL.mostWaiting(),
        steps,
        USUAL.overflow());
  }

  private static QueueRule to(Overflow overflow) {
    return new QueueRule(
        GENERAL,
        USUAL.demand(),
        USUAL.strategy(),
        USUAL.promiseMillis(),
        USUAL.wrapUpMillis(),
        USUAL.affinityMillis(),
        USUAL.mostWaiting(),
        List.of(),
        overflow);
  }
}
