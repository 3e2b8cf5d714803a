package io.voltline.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.voltline.domain.routing.BreachCause;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against what theory knows exactly, and against what must hold of any run. */
class SimulationTest {
  private static final long SEED = 95598;
  private static final double CALLS = 200 / 3_600.0;

  private final Scenarios centre = new Scenarios();

  /** 100 calls in half an hour of 180 s for 14 agents; the figures are Erlang's. */
  @Test
  void aLineWithoutEndIsErlangC() {
    centre.length = 60 * Scenarios.DAY;

    Result result = run();

    near(result.serviceLevels().get(3), 0.88835, 0.005);
    near(result.serviceLevels().getFirst(), 1 - 0.17413, 0.006);
    near(result.meanWaitSeconds(), 7.836, 0.5);
    near(result.occupancy(), 10.0 / 14, 0.005);
    assertThat(result.totals().answered()).isEqualTo(result.totals().calls());
  }

  @Test
  void callersWhoGiveUpAreErlangA() {
    centre.patience = new Law.Exponential(120_000);
    centre.agents = Scenarios.agents(10);
    centre.length = 60 * Scenarios.DAY;
    PooledLine exact = new PooledLine(CALLS, 180, 10, 400, 1.0 / 120);

    Result result = run();

    near(result.abandonment(), exact.abandonment(1.0 / 120), 0.004);
    near(result.serviceLevels().getFirst(), 1 - exact.mustWait(), 0.01);
  }

  @Test
  void limitedLinesBlockAsTheoryHasIt() {
    centre.agents = Scenarios.agents(10);
    centre.lines = 13;
    centre.length = 60 * Scenarios.DAY;
    PooledLine exact = new PooledLine(CALLS, 180, 10, 13, 0);

    Result result = run();

    near(result.blocking(), exact.blocking(), 0.004);
    near(result.meanWaitSeconds(), exact.meanWaitSeconds(), 0.4);
    near(result.p99WaitSeconds(), exact.waitSeconds(0.99), 2);
    near(result.serviceLevels().getFirst(), 1 - exact.mustWait(), 0.01);
  }

  /** The mean wait of M/G/1 grows with the spread of the talks: Pollaczek and Khinchin. */
  @Test
  void talksThatSpreadMoreMakeWaitsLonger() {
    centre.agents = Scenarios.agents(1);
    centre.rate = Rate.steady(12);
    centre.length = 1_000 * Scenarios.DAY;
    centre.hold = new Law.Constant(180_000);
    near(run().meanWaitSeconds(), 180 * 0.6 / (2 * 0.4), 4);

    centre.hold = new Law.LogNormal(180_000, 1.5);
    near(run().meanWaitSeconds(), 180 * 0.6 / (2 * 0.4) * (1 + 1.5 * 1.5), 25);
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    eventful();

    assertThat(run()).isEqualTo(run());
    assertThat(Simulation.run(centre.build(), SEED + 1).totals()).isNotEqualTo(run().totals());
  }

  /** Callers redial, agents let it ring and go home in the middle of a talk, lines are short. */
  @Test
  void noCallerIsLostWhateverHappens() {
    eventful();
    for (long seed = 0; seed < 30; seed++) {
      Result.Totals totals = Simulation.run(centre.build(), seed).totals();

      assertThat(totals.answered()).isPositive();
      assertThat(totals.abandoned()).isPositive();
      assertThat(totals.blocked()).isPositive();
      assertThat(totals.leftWaiting()).isZero();
      assertThat(totals.answered() + totals.abandoned() + totals.blocked() + totals.turnedAway())
          .as("seed " + seed)
          .isEqualTo(totals.calls());
    }
  }

  @Test
  void whoIsBlockedOrGivesUpCallsAgain() {
    centre.agents = Scenarios.agents(2);
    centre.lines = 3;
    long once = run().totals().calls();
    centre.redial = new Scenario.Redial(1, new Law.Constant(60_000), 2);

    Result twice = run();

    assertThat(twice.totals().calls()).isGreaterThan(once + once / 4);
    assertThat(twice.totals().blocked()).isGreaterThan(0);
  }

  @Test
  void agentsWhoStaySilentBreakPromisesForThatReason() {
    centre.agents = Scenarios.agents(40);
    centre.manner =
        new Scenario.Manner(
            new Law.Constant(3_000), 0.3, new Law.Constant(60_000), new Law.Constant(0));

    Result result = run();

    assertThat(result.breaches()).containsOnlyKeys(BreachCause.AGENT_SILENT);
    assertThat(result.medianWaitSeconds().value()).isEqualTo(3);
    // The second agent rings early enough: only two silent ones in a row cost the promise.
    assertThat(result.serviceLevels().get(1).value()).isBetween(0.88, 0.95);
  }

  @Test
  void severalPhonesRingAndTheFirstAnswerWins() {
    centre.agents = Scenarios.agents(40);
    centre.profile = Scenarios.profile(0, 3);
    centre.manner =
        new Scenario.Manner(
            new Law.Exponential(4_000), 0.4, new Law.Constant(60_000), new Law.Constant(0));

    Result result = run();

    assertThat(result.totals().answered()).isEqualTo(result.totals().calls());
    assertThat(result.serviceLevels().get(1).value()).isGreaterThan(0.8);
  }

  @Test
  void afterCallWorkKeepsAgentsAsLongAsTheyNeedIt() {
    centre.profile = Scenarios.profile(60_000, 1);
    centre.manner =
        new Scenario.Manner(new Law.Constant(0), 0, new Law.Constant(0), new Law.Constant(18_000));

    near(run().occupancy(), 11.0 / 14, 0.02);
  }

  @Test
  void outsideTheShiftsNobodyAnswers() {
    centre.agents =
        Scenarios.agents(20, List.of(new Worker.Shift(8 * Scenarios.HOUR, 20 * Scenarios.HOUR)));
    centre.warmUp = 0;
    centre.length = 4 * Scenarios.DAY;

    Result result = run();

    assertThat(result.totals().turnedAway())
        .isCloseTo(result.totals().calls() / 2, withinPercentage(3));
    near(result.occupancy(), 0.5, 0.05);
  }

  @Test
  void aStormBringsItsManyCalls() {
    centre.rate =
        new Rate(
            List.of(new Rate.Piece(0, 20), new Rate.Piece(8 * Scenarios.HOUR, 60)),
            List.of(new Rate.Storm(10 * Scenarios.HOUR, 12 * Scenarios.HOUR, 10)));
    centre.warmUp = 0;

    // 8 h × 20 + 14 h × 60 + 2 h × 600
    assertThat(run().totals().calls()).isBetween(2_050L, 2_350L);
  }

  @Test
  void aRecordedTraceIsFollowedToTheLetter() {
    centre.agents = Scenarios.agents(1);
    centre.warmUp = 0;
    centre.length = Scenarios.HOUR;
    List<Arrivals.Recorded> calls =
        TraceReader.read(
            List.of(
                "# arrival,queue,demand,priority,hold,patience",
                "0,general,general,0,60,",
                "10000,general,general,0,60,20",
                "10000,general,general,0,60",
                "15000,general,general,5,60"));

    Result result =
        Simulation.run(centre.build(new Arrivals.Trace(calls, centre.hold, centre.patience)), SEED);

    assertThat(result.totals()).isEqualTo(new Result.Totals(4, 3, 1, 0, 0, 0));
    // 0 s, the danger call's head start 45 s, and the usual one 110 s.
    assertThat(result.meanWaitSeconds().value()).isEqualTo((0 + 45 + 110) / 3.0);
    assertThat(result.p99WaitSeconds().value()).isEqualTo(110);
    assertThat(result.classGapSeconds().value()).isEqualTo(55 - 45);
  }

  @Test
  void aTraceThatIsWrongIsRefusedWithItsLine() {
    refused("line 2: arrival is no number: 'soon'", "0,general,general,0", "soon,general,a,0");
    refused("line 2: comes before the call above it", "7,general,general,0", "6,general,a,0");
    refused("line 1: has 3 fields, not 4 to 6", "0,general,general");
    refused("line 1: not a level: 'x'", "0,general,general:x,0");
    refused("line 1: priority: must be 0 to 9", "0,general,general,10");
    refused("line 1: hold is out of range: '-1'", "0,general,general,1,-1");
  }

  private void refused(String problem, String... lines) {
    assertThatThrownBy(() -> TraceReader.read(List.of(lines))).hasMessage(problem);
  }

  private void eventful() {
    centre.rate = Rate.steady(700);
    centre.lines = 30;
    centre.hold = new Law.LogNormal(180_000, 1.2);
    centre.patience = new Law.Exponential(60_000);
    centre.redial = new Scenario.Redial(0.6, new Law.Exponential(120_000), 5);
    centre.profile = Scenarios.profile(30_000, 2);
    centre.manner =
        new Scenario.Manner(
            new Law.Exponential(3_000),
            0.05,
            new Law.Exponential(60_000),
            new Law.Exponential(20_000));
    centre.agents =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    new Worker(
                        Scenarios.agents(24).get(i).agent(),
                        Scenarios.agents(24).get(i).certificates(),
                        i % 3 == 0
                            ? List.of()
                            : List.of(
                                new Worker.Shift(i * Scenarios.HOUR / 4, 12 * Scenarios.HOUR),
                                new Worker.Shift(13 * Scenarios.HOUR, 24 * Scenarios.HOUR))))
            .toList();
  }

  private Result run() {
    return Simulation.run(centre.build(), SEED);
  }

  private static void near(Result.Figure figure, double exact, double tolerance) {
    assertThat(figure.value()).isCloseTo(exact, offset(tolerance));
    assertThat(figure.halfWidth()).isLessThan(tolerance * 2);
  }
}
