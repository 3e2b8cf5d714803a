package io.voltline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Strategy;
import io.voltline.domain.routing.Widening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingSettingsTest {
  private static final QueueId GENERAL = new QueueId("general");

  @TempDir private Path folder = Path.of("");

  @Test
  void theHouseHasItsQueuesAndItsAgentsServeThem() throws IOException {
    RoutingProfile shipped = routing("");

    assertThat(shipped.queues().keySet())
        .extracting(QueueId::value)
        .containsExactlyInAnyOrder(
            "general", "fault", "outage", "bill", "business", "complaint", "danger");
    assertThat(shipped.unserved(Set.of(skills("general", "fault", "inquiry", "complaint"))))
        .isEmpty();
  }

  @Test
  void everyFigureOfAQueueCanBeSet() throws IOException {
    QueueRule fault =
        rule(
            "fault",
            """
            {
              skills = "fault:5+inquiry:2|general"
              strategy { weighted { wait-weight = 2, idle-weight = 1, level-weight = 0 } }
              promise = 20s, wrap-up = 1m, affinity = 5s, most-waiting = 7
              steps = [
                { after = 5s, open-reserve = true }
                { after = 6s, lower-levels = 2 }
                { after = 8s, drop-skill = inquiry }
                { after = 20s, add-queue = general }
              ]
              overflow { to = general, after = 10m, nobody-after = 0s }
            }
            """);

    assertThat(fault)
        .isEqualTo(
            new QueueRule(
                new QueueId("fault"),
                Demand.parse("fault:5+inquiry:2|general"),
                new Strategy.Weighted(2, 1, 0),
                20_000,
                60_000,
                5_000,
                7,
                List.of(
                    new Widening.OpenReserve(5_000),
                    new Widening.LowerLevels(6_000, 2),
                    new Widening.DropSkill(8_000, new SkillId("inquiry")),
                    new Widening.AddNeighbour(20_000, GENERAL)),
                new Overflow(Optional.of(GENERAL), OptionalLong.of(600_000), 0)));
  }

  @Test
  void aPlainStringIsTheDemandAloneAndTheRestAsUsual() throws IOException {
    RoutingProfile profile =
        routing("voltline.routing { promise = 15s, queues.extra = \"fault:2\" }");
    QueueRule extra = Objects.requireNonNull(profile.queues().get(new QueueId("extra")));

    assertThat(extra.demand()).isEqualTo(Demand.parse("fault:2"));
    assertThat(extra.promiseMillis()).isEqualTo(15_000);
    assertThat(extra.steps()).isEmpty();
    assertThat(extra.strategy()).isEqualTo(new Strategy.LongestIdle());
    assertThat(extra.overflow().to()).isEmpty();
    assertThat(extra.overflow().nobodyAfterMillis()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          longest-idle                    | LongestIdle[]
          longest-wait                    | LongestWait[]
          best-skill                      | BestSkill[]
          least-busy                      | LeastBusy[]
          least-needed                    | LeastNeeded[]
          { fixed-ratio { share = 3 } }   | FixedRatio[share=3]
          """)
  void everyStrategyHasItsName(String written, String strategy) throws IOException {
    QueueRule rule = rule("extra", "{ skills = general, strategy = " + written + " }");

    assertThat(rule.strategy()).hasToString(strategy);
  }

  @Test
  void theUsualStrategyCanBeAnotherWithFigures() throws IOException {
    RoutingProfile profile = routing("voltline.routing.strategy = { fixed-ratio { share = 2 } }");

    assertThat(profile.usual().strategy()).isEqualTo(new Strategy.FixedRatio(2));
  }

  @Test
  void oneFigureOfAShippedQueueCanBeChangedAndAQueueTakenAway() throws IOException {
    RoutingProfile profile =
        routing("voltline.routing.queues { fault.promise = 9s, outage = null }");

    assertThat(profile.queues()).doesNotContainKey(new QueueId("outage"));
    assertThat(Objects.requireNonNull(profile.queues().get(new QueueId("fault"))))
        .extracting(QueueRule::promiseMillis, rule -> rule.steps().size())
        .containsExactly(9_000L, 2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          queues.x = "magic"                                  | queues.x: there is no skill 'magic' among [complaint, fault, general, inquiry]
          queues.x { skills = "fault:30" }                    | queues.x.skills: level of fault: must be 1 to 10
          queues.x { strategy = best-skill }                  | queues.x.skills: must be set
          queues.x { skills = fault, colour = red }           | queues.x.colour: no such option
          queues.x { skills = fault, strategy = fairest }     | queues.x.strategy: there is no strategy 'fairest'
          queues.x { skills = fault, strategy { fixed-ratio { share = 0 } } } | queues.x.strategy.fixed-ratio.share: 0 is not within 1 to 1000
          queues.x { skills = fault, strategy { fixed-ratio { part = 1 } } } | queues.x.strategy.fixed-ratio.part: no such option
          queues.x { skills = fault, promise = 0s }           | queues.x.promise: 0s is not within 1s to 600s
          queues.x { skills = fault, steps = 5 }              | queues.x.steps: '5' is of the wrong kind
          queues.x { skills = fault, steps = [{ after = 1s, add-queue = y }] } | queues.x.steps.0: there is no queue y
          queues.x { skills = fault, steps = [{ after = 1s, add-queue = x }] } | queues.x.steps.0: adds the queue to itself
          queues.x { skills = fault, steps = [{ after = 1s, drop-skill = fault }] } | queues.x.steps.0: drops fault, the only skill asked for
          queues.x { skills = fault, steps = [{ after = 1s, drop-skill = magic }] } | queues.x.steps.0.drop-skill: there is no skill 'magic' among [complaint, fault, general, inquiry]
          queues.x { skills = fault, steps = [{ after = 1s, drop-skill = inquiry }] } | queues.x.steps.0: drops inquiry, which is not asked for
          queues.x { skills = fault, steps = [{ after = 1s, open-reserve = false }] } | queues.x.steps.0.open-reserve: leave the step out instead
          queues.x { skills = fault, steps = [{ after = 1s, jump = 2 }] } | queues.x.steps.0.jump: no such option
          queues.x { skills = fault, steps = [{ after = 1s, lower-levels = 1, open-reserve = true }] } | queues.x.steps.0.after: a step does one thing, this does 2
          queues.x { skills = fault, steps = [{ after = 9s, lower-levels = 1 }, { after = 8s, open-reserve = true }] } | queues.x.steps.1: comes before the step it follows
          queues.x { skills = fault, overflow { to = y } }    | queues.x.overflow: there is no queue y
          queues.x { skills = fault, overflow { to = x } }    | queues.x.overflow: overflows in a circle through x
          queues { x { skills = fault, overflow { to = y } }, y { skills = fault, overflow { to = x } } } | queues.x.overflow: overflows in a circle through x
          queues.x { skills = fault, overflow { till = 3s } } | queues.x.overflow.till: no such option
          queues.voicemail = "fault"                          | queues.voicemail: no queue can be named so
          queues.Xx = "fault"                                 | queues.Xx: not a valid QueueId: 'Xx'
          skills = [Fault]                                    | skills: not a valid SkillId: 'Fault'
          strategy = fairest                                  | strategy: there is no strategy 'fairest'
          """)
  void aWrongRuleIsOneLineThatNamesKeyFileAndLine(String line, String message) throws IOException {
    assertThatThrownBy(() -> routing("\n\nvoltline.routing." + line + "\n"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("voltline.routing." + message + " (" + file() + ", line 3)");
  }

  @Test
  void aQueueNobodyServesIsFoundWithThePlaceOfItsRule() throws IOException {
    write(
        """
        voltline.ami.secret = a
        voltline.database.password = b
        voltline.routing.queues.x = "fault+complaint"
        """);
    Settings settings = SettingsLoader.load(Map.of("VOLTLINE_CONFIG", file().toString()));
    QueueId x = new QueueId("x");

    assertThat(
            settings
                .routing()
                .unserved(Set.of(skills("general", "fault", "inquiry"), skills("complaint"))))
        .containsExactly(x);
    assertThat(settings.queuePlaces())
        .containsEntry(x, "voltline.routing.queues.x, " + file() + ", line 3");
  }

  private QueueRule rule(String queue, String written) throws IOException {
    return Objects.requireNonNull(
        routing("voltline.routing.queues." + queue + " = " + written)
            .queues()
            .get(new QueueId(queue)));
  }

  private RoutingProfile routing(String text) throws IOException {
    write(text);
    return SettingsLoader.routing(Map.of("VOLTLINE_CONFIG", file().toString()));
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }

  private Path file() {
    return folder.resolve("voltline.conf");
  }

  private static Set<SkillId> skills(String... names) {
    return Arrays.stream(names).map(SkillId::new).collect(Collectors.toSet());
  }
}
