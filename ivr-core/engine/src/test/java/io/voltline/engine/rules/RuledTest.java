package io.voltline.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Strategy;
import io.voltline.domain.routing.Widening;
import io.voltline.engine.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuledTest {
  private static final RoutingProfile SETTLED = SettingsLoader.routing(Map.of());
  private static final QueueId FAULT = new QueueId("fault");
  private static final Set<SkillId> SKILLS =
      Set.of(new SkillId("general"), new SkillId("fault"), new SkillId("inquiry"));

  @TempDir private Path folder = Path.of("");

  @Test
  void everyRuleOfTheSettingsStandsInItsFormAsItIs() throws BadRule {
    for (QueueRule rule : SETTLED.queues().values()) {
      assertThat(RuleForm.of(rule).rule(rule.id(), rule.demand().skills())).isEqualTo(rule);
    }
  }

  @Test
  void whatWasWrittenIsReadAsItWas() throws Exception {
    Path file = folder.resolve("rules.json");
    assertThat(RulesFile.read(file)).isEqualTo(Ruled.NOTHING);
    Ruled ruled =
        Ruled.NOTHING.with(FAULT, Optional.of(whole())).with(Optional.of(new LimitForm(3, 90)));

    RulesFile.write(file, ruled);

    assertThat(RulesFile.read(file)).isEqualTo(ruled);
    RoutingProfile profile = ruled.over(SETTLED, SKILLS);
    assertThat(profile.mostResting()).isEqualTo(3);
    assertThat(profile.mostWrapUpMillis()).isEqualTo(90_000);
    QueueRule rule = Objects.requireNonNull(profile.queues().get(FAULT));
    assertThat(rule.strategy()).isEqualTo(new Strategy.Weighted(3, 2, 1));
    assertThat(rule.promiseMillis()).isEqualTo(20_500);
    assertThat(rule.steps())
        .containsExactly(
            new Widening.LowerLevels(2_000, 2),
            new Widening.DropSkill(4_000, new SkillId("inquiry")),
            new Widening.OpenReserve(5_000),
            new Widening.AddNeighbour(8_000, new QueueId("general")));
    assertThat(ruled.with(FAULT, Optional.empty()).with(Optional.empty())).isEqualTo(Ruled.NOTHING);
  }

  @Test
  void aFileThatMakesNoSenseIsToldWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("rules.json"), "{\n \"queues\": {\n  oops");
    assertThatThrownBy(() -> RulesFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rules.json, line 3");
  }

  @ParameterizedTest
  @CsvSource({
    "sewing:3, longest-idle, 12, 0, general, queues.fault.demand",
    "fault:x, longest-idle, 12, 0, general, queues.fault.demand",
    "fault, by-luck, 12, 0, general, queues.fault.strategy",
    "fault, longest-idle, 0.5, 0, general, queues.fault.promise",
    "fault, longest-idle, 12, 4000, general, queues.fault.overflow.nobody-after",
    "fault, longest-idle, 12, 0, nowhere, queues.fault.overflow",
    "fault, longest-idle, 12, 0, fault, queues.fault.overflow",
  })
  void whatRoutingCouldNotGoByIsNamed(
      String demand, String strategy, double promise, double nobody, String to, String place) {
    var form =
        new RuleForm(
            demand,
            plain(strategy),
            promise,
            180,
            3,
            100,
            List.of(),
            Optional.of(to),
            Optional.empty(),
            nobody);
    assertThatThrownBy(() -> Ruled.NOTHING.with(FAULT, Optional.of(form)).over(SETTLED, SKILLS))
        .asInstanceOf(InstanceOfAssertFactories.throwable(BadRule.class))
        .extracting(BadRule::place)
        .isEqualTo(place);
  }

  @Test
  void aQueueTheSettingsTookAwayIsNamed() {
    Ruled ruled = Ruled.NOTHING.with(new QueueId("gone"), Optional.of(whole()));
    assertThatThrownBy(() -> ruled.over(SETTLED, SKILLS))
        .asInstanceOf(InstanceOfAssertFactories.throwable(BadRule.class))
        .extracting(BadRule::place)
        .isEqualTo("queues.gone");
  }

  @Test
  void queuesAndSkillsAreAddedByBeingNamed() throws Exception {
    QueueId charging = new QueueId("charging");
    RuleForm rule = asking("charging:3|general");
    Ruled ruled =
        Ruled.NOTHING
            .with(charging, Optional.of(rule))
            .withName(charging, Optional.of(new Bilingual(" 充电桩 ", "Charging")))
            .withSkills(Map.of("charging", new Bilingual("充电桩", "Charging points")));
    Path file = folder.resolve("rules.json");
    RulesFile.write(file, ruled);
    assertThat(RulesFile.read(file)).isEqualTo(ruled);
    assertThat(ruled.given().queues())
        .containsExactly(Map.entry("charging", new Bilingual("充电桩", "Charging")));
    assertThat(ruled.skills(SKILLS)).hasSize(4);
    assertThat(ruled.over(SETTLED, SKILLS).queues().get(charging))
        .isEqualTo(rule.rule(charging, ruled.skills(SKILLS)));
    Ruled back =
        ruled
            .with(charging, Optional.empty())
            .withName(charging, Optional.empty())
            .withSkills(Map.of());
    assertThat(back).isEqualTo(Ruled.NOTHING);
  }

  @Test
  void aFileFromBeforeThereWereNamesIsRead() throws Exception {
    Path file = folder.resolve("rules.json");
    Files.writeString(
        file, "{\"queues\":{},\"limits\":{\"mostResting\":3,\"mostWrapUpSeconds\":90}}");
    assertThat(RulesFile.read(file))
        .isEqualTo(Ruled.NOTHING.with(Optional.of(new LimitForm(3, 90))));
  }

  static Stream<Arguments> badNames() {
    var good = new Bilingual("充电桩", "Charging");
    QueueId own = new QueueId("own");
    return Stream.of(
        Arguments.of(Ruled.NOTHING.withName(own, Optional.of(good)), "names.queues.own"),
        Arguments.of(
            Ruled.NOTHING.withName(FAULT, Optional.of(new Bilingual(" ", "Fault"))),
            "names.queues.fault"),
        Arguments.of(
            Ruled.NOTHING.withName(FAULT, Optional.of(new Bilingual("电".repeat(21), "Fault"))),
            "names.queues.fault"),
        Arguments.of(
            Ruled.NOTHING
                .withName(FAULT, Optional.of(good))
                .withName(new QueueId("general"), Optional.of(new Bilingual("综合", "Charging"))),
            "names.queues.general"),
        Arguments.of(Ruled.NOTHING.withSkills(Map.of("No Skill", good)), "names.skills.No Skill"),
        Arguments.of(
            Ruled.NOTHING
                .with(new QueueId("voicemail"), Optional.of(asking("general")))
                .withName(new QueueId("voicemail"), Optional.of(good)),
            "queues.voicemail"));
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void namesThatDoNotFitAreRefused(Ruled ruled, String place) {
    assertThatThrownBy(() -> ruled.over(SETTLED, SKILLS))
        .asInstanceOf(InstanceOfAssertFactories.throwable(BadRule.class))
        .extracting(BadRule::place)
        .isEqualTo(place);
  }

  private static RuleForm asking(String demand) {
    return new RuleForm(
        demand,
        plain("longest-idle"),
        12,
        180,
        3,
        100,
        List.of(),
        Optional.of("general"),
        Optional.empty(),
        20);
  }

  private static StrategyForm plain(String name) {
    return new StrategyForm(
        name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static RuleForm whole() {
    return new RuleForm(
        "fault:3+inquiry:2",
        new StrategyForm(
            "weighted", Optional.empty(), Optional.of(3), Optional.of(2), Optional.of(1)),
        20.5,
        60,
        0,
        50,
        List.of(
            step(2, StepForm.Act.LOWER_LEVELS, Optional.of(2), "", ""),
            step(4, StepForm.Act.DROP_SKILL, Optional.empty(), "inquiry", ""),
            step(5, StepForm.Act.OPEN_RESERVE, Optional.empty(), "", ""),
            step(8, StepForm.Act.ADD_QUEUE, Optional.empty(), "", "general")),
        Optional.of("general"),
        Optional.of(120.0),
        10);
  }

  private static StepForm step(
      double after, StepForm.Act act, Optional<Integer> by, String skill, String queue) {
    return new StepForm(
        after,
        act,
        by,
        Optional.of(skill).filter(it -> !it.isEmpty()),
        Optional.of(queue).filter(it -> !it.isEmpty()));
  }
}
