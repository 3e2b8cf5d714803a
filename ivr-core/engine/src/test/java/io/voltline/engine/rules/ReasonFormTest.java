package io.voltline.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.routing.BusyReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReasonFormTest {
  private static final ReasonForm MEAL =
      new ReasonForm(
          BusyReason.MEAL,
          true,
          Optional.of(new Bilingual(" 用餐 ", "Lunch")),
          Optional.of(30),
          false);
  private static final ReasonForm TRAINING =
      new ReasonForm(BusyReason.TRAINING, true, Optional.empty(), Optional.empty(), true);

  @Test
  void theFileGivesBackWhatWasWrittenAndAnOlderOneHoldsTheProgramsOwn(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("rules.json");
    Ruled ruled = Ruled.NOTHING.withReasons(Optional.of(with(MEAL)));
    RulesFile.write(file, ruled);
    assertThat(RulesFile.read(file)).isEqualTo(ruled);
    assertThat(RulesFile.read(file).busyReasons().getFirst()).isEqualTo(MEAL);
    assertThat(MEAL.name()).contains(new Bilingual("用餐", "Lunch"));

    Files.writeString(
        file, "{\"queues\":{},\"limits\":{\"mostResting\":2,\"mostWrapUpSeconds\":9}}");
    assertThat(RulesFile.read(file).busyReasons()).isEqualTo(ReasonForm.USUAL);
  }

  @Test
  void aChangeTellsWhatIsOfferedAndHow() throws Exception {
    List<ReasonForm> reasons = with(MEAL, TRAINING, hidden(BusyReason.OUTBOUND));
    ReasonForm.check(reasons);
    assertThat(ReasonForm.facts(reasons))
        .isEqualTo(
            Map.of(
                "offered", "MEAL, TRAINING, SHORT_BREAK, MEETING, COACHING, SYSTEM_FAULT",
                "approval", "TRAINING",
                "ownName.MEAL", "用餐 / Lunch",
                "longestMinutes.MEAL", "30"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(List.of(MEAL), "reasons", "stands there once"),
        Arguments.of(twice(), "reasons", "stands there once"),
        Arguments.of(with(hidden(BusyReason.SYSTEM_FAULT)), "reasons.SYSTEM_FAULT", "itself"),
        Arguments.of(with(lasting(0)), "reasons.MEAL", "longest is 0 minutes"),
        Arguments.of(with(lasting(241)), "reasons.MEAL", "longest is 241 minutes"),
        Arguments.of(with(named("用餐", " ")), "reasons.MEAL", "1 to 20 characters"),
        Arguments.of(with(named("用".repeat(21), "Lunch")), "reasons.MEAL", "1 to 20 characters"),
        Arguments.of(
            with(named("用餐", "Lunch"), renamed(BusyReason.MEETING, "例会", "Lunch")),
            "reasons.MEETING",
            "another has that name"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatAgentsCouldNotBeOfferedIsNamed(List<ReasonForm> reasons, String place, String why) {
    assertThatThrownBy(() -> ReasonForm.check(reasons))
        .isInstanceOfSatisfying(BadRule.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessageContaining(why);
  }

  private static List<ReasonForm> twice() {
    List<ReasonForm> all = new ArrayList<>(ReasonForm.USUAL);
    all.add(MEAL);
    return all;
  }

  private static ReasonForm hidden(BusyReason reason) {
    return new ReasonForm(reason, false, Optional.empty(), Optional.empty(), false);
  }

  private static ReasonForm lasting(int minutes) {
    return new ReasonForm(BusyReason.MEAL, true, Optional.empty(), Optional.of(minutes), false);
  }

  private static ReasonForm named(String zh, String en) {
    return renamed(BusyReason.MEAL, zh, en);
  }

  private static ReasonForm renamed(BusyReason reason, String zh, String en) {
    return new ReasonForm(
        reason, true, Optional.of(new Bilingual(zh, en)), Optional.empty(), false);
  }

  /** These first, and all others as the program has them. */
  private static List<ReasonForm> with(ReasonForm... first) {
    List<ReasonForm> all = new ArrayList<>(List.of(first));
    ReasonForm.USUAL.stream()
        .filter(usual -> Stream.of(first).noneMatch(it -> it.reason() == usual.reason()))
        .forEach(all::add);
    return all;
  }
}
