package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and demands that contradict themselves are refused, with the place. */
class RulesTest {
  private static final QueueId FAULTS = new QueueId("faults");
  private static final SkillId FAULT = new SkillId("fault");

  @Test
  void stepsOutOfOrder() {
    refused(
        "queues.faults.steps.1",
        "comes before the step it follows",
        new Widening.LowerLevels(5_000, 1),
        new Widening.OpenReserve(4_000));
  }

  @Test
  void theOnlySkillDropped() {
    refused(
        "queues.faults.steps.1",
        "drops fault, the only skill asked for",
        new Widening.DropSkill(1_000, new SkillId("english")),
        new Widening.DropSkill(2_000, FAULT));
  }

  @Test
  void aSkillDroppedThatIsNotAskedFor() {
    refused(
        "queues.faults.steps.0",
        "drops bill, which is not asked for",
        new Widening.DropSkill(1_000, new SkillId("bill")));
  }

  @Test
  void levelsLoweredByNothing() {
    refused(
        "queues.faults.steps.0", "lowers levels by 0, not 1 to 9", new Widening.LowerLevels(0, 0));
  }

  @Test
  void theReserveOpenedTwice() {
    refused(
        "queues.faults.steps.1",
        "opens the reserve again",
        new Widening.OpenReserve(1_000),
        new Widening.OpenReserve(2_000));
  }

  @Test
  void aNeighbourThatDoesNotExistOrIsTheQueueItself() {
    refused(
        "queues.faults.steps.0",
        "there is no queue nowhere",
        new Widening.AddNeighbour(1_000, new QueueId("nowhere")));
    refused(
        "queues.faults.steps.0",
        "adds the queue to itself",
        new Widening.AddNeighbour(1_000, FAULTS));
  }

  @Test
  void overflowInACircle() {
    RoutingProfile one = Centre.PROFILE.with(rule(FAULTS, Optional.of(Centre.GENERAL)));
    assertThatThrownBy(() -> one.with(rule(Centre.GENERAL, Optional.of(FAULTS))))
        .isInstanceOfSatisfying(
            OutOfRange.class,
            e -> assertThat(e).hasMessageStartingWith("overflows in a circle through"));
  }

  @Test
  void overflowToNowhere() {
    assertThatThrownBy(() -> Centre.PROFILE.with(rule(FAULTS, Optional.of(new QueueId("nowhere")))))
        .isInstanceOfSatisfying(
            OutOfRange.class, e -> assertThat(e.figure()).isEqualTo("queues.faults.overflow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fault:",
        "fault:0",
        "fault:11",
        "fault:x",
        "Fault",
        "fault:1:2",
        "a||b",
        "a+a"
      })
  void aDemandThatCantBeMeant(String text) {
    assertThatThrownBy(() -> Demand.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDemandReadsBackAsItWasWritten() {
    assertThat(Demand.parse("fault:3+english:2|general"))
        .hasToString("fault:3+english:2|general:1")
        .isEqualTo(Demand.parse("fault:3+english:2|general:1"));
  }

  private static QueueRule rule(QueueId id, Optional<QueueId> to) {
    QueueRule usual = Centre.PROFILE.usual();
    return new QueueRule(
        id,
        Demand.parse("fault+english"),
        usual.strategy(),
        usual.promiseMillis(),
        0,
        0,
        10,
        List.of(),
        new Overflow(to, OptionalLong.empty(), 0));
  }

  private static void refused(String place, String problem, Widening... steps) {
    QueueRule usual = Centre.PROFILE.usual();
    QueueRule rule =
        new QueueRule(
            FAULTS,
            Demand.parse("fault+english"),
            usual.strategy(),
            usual.promiseMillis(),
            0,
            0,
            10,
            List.of(steps),
            usual.overflow());
    assertThatThrownBy(() -> Centre.PROFILE.with(rule))
        .isInstanceOfSatisfying(
            OutOfRange.class,
            e -> {
              assertThat(e.figure()).isEqualTo(place);
              assertThat(e).hasMessage(problem);
            });
  }
}
