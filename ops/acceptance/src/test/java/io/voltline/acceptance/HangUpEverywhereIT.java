package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers hang up at every place of every flow, and nothing of them is left in the house. */
@ExtendWith(RealHouse.class)
class HangUpEverywhereIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Duration FAR = Duration.ofMinutes(5);

  /** Callers at a time; each is a SIPp of its own. */
  private static final int AT_ONCE = 8;

  private static final String CHOICES_EARLY = "voltline.waiting.choices-after = 1s";

  /** What answers callers, taken away to see what they hear then. */
  private static final List<String> TABLES =
      List.of("outage", "bill", "hall", "fax_job", "work_order");

  /** Chinese, English. */
  private static final String LANGUAGES = "12";

  private House house;
  private Sql sql;
  private MenuMap map;
  private List<HangUp> calls;
  private Residents residents;

  @BeforeEach
  void prepare(House house) throws IOException {
    this.house = house;
    sql = new Sql(house);
    map = MenuMap.of(house);
    calls = HangUp.all();
    residents = Residents.of(calls);
    // Residents are made of the customers for volume, which come a little after a new house is up.
    await("the customers for volume")
        .atMost(SOON)
        .until(() -> !sql.run("SELECT 1 FROM seed WHERE name = 'volume-bills'").isBlank());
    sql.run(residents.statements());
    begins(TimeOfDay.NOON, CHOICES_EARLY);
  }

  @AfterEach
  void asItWas() {
    sql.run(
        """
        UPDATE outage SET ended_at = UTC_TIMESTAMP(3) WHERE id LIKE 'hang-up-%';
        DELETE FROM fax_job WHERE number = '00000099955';
        UPDATE call_back SET status = 'GIVEN_UP', ended_at = UTC_TIMESTAMP(3)
        WHERE status IN ('WAITING', 'TRYING');
        """);
    begins(TimeOfDay.NOON);
  }

  private void begins(TimeOfDay time, String... settings) {
    house.kill("engine");
    time.in(house, settings);
    house.up();
  }

  @Test
  void nothingIsLeftOfCallersWhoHangUpAnywhere(Scene scene) throws Exception {
    assertThat(calls.stream().map(HangUp::place))
        .as("places that hang-ups.csv names")
        .containsExactlyInAnyOrderElementsOf(map.heard());
    scene.storm("OFF");
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    agent.desk().state("BUSY").orThrow();
    Leftovers leftovers = Leftovers.of(house, sql);

    all(scene, "agent", 1, Map.of("@served", () -> serve(agent)));
    all(scene, "usual", AT_ONCE, Map.of());
    scene.storm("ON");
    String notice = scene.announces();
    all(scene, "storm", AT_ONCE, Map.of());
    scene.announcesNoMore(notice);
    scene.storm("OFF");
    tablesAway(scene);
    leftovers.none();

    all(scene, "promise", AT_ONCE, Map.of());
    begins(TimeOfDay.NIGHT, CHOICES_EARLY);
    leftovers = Leftovers.of(house, sql);
    all(scene, "night", AT_ONCE, Map.of());
    leftovers.none();
  }

  /** All of them go as far as that, then what they ask for is gone. */
  private void tablesAway(Scene scene) throws Exception {
    int callers = (int) calls.stream().filter(call -> call.house().equals("away")).count();
    var barrier = new CyclicBarrier(callers, () -> rename("%s TO %s_away"));
    try {
      all(scene, "away", callers, Map.of("@away", () -> barrier.await(1, TimeUnit.MINUTES)));
    } finally {
      rename("IF EXISTS %2$s_away TO %1$s");
    }
  }

  private void rename(String how) {
    TABLES.forEach(table -> sql.run("RENAME TABLE " + how.formatted(table, table)));
  }

  private void all(Scene scene, String state, int atOnce, Map<String, Callable<?>> happens)
      throws Exception {
    var whereabouts = new Whereabouts(house);
    try (var pool = Executors.newFixedThreadPool(atOnce)) {
      List<Future<?>> going = new ArrayList<>();
      for (int i = 0; i < calls.size(); i++) {
        int call = i;
        if (calls.get(i).house().equals(state)) {
          going.add(pool.submit(() -> one(scene, call, whereabouts, happens)));
        }
      }
      assertThat(going)
          .as("callers, with a house that is %s", state)
          .allSatisfy(one -> assertThat(one).succeedsWithin(FAR));
    }
  }

  /** In one language or the other, with what happens to this customer meanwhile. */
  private Void one(Scene scene, int call, Whereabouts whereabouts, Map<String, Callable<?>> happens)
      throws Exception {
    Map<String, Callable<?>> also = new HashMap<>(happens);
    also.put("@pays", () -> sql.run(residents.pays(call)));
    also.put("@owes", () -> sql.run(residents.owes(call)));
    also.put("@archives", () -> sql.run(residents.archives(call)));
    calls
        .get(call)
        .carryOut(
            scene, residents.number(call), LANGUAGES.charAt(call % 2), whereabouts, map, also);
    return null;
  }

  /** The agent takes the call that waits and hangs up once they were joined. */
  private static Void serve(Seat agent) {
    agent.desk().state("IDLE").orThrow();
    await("the talk")
        .atMost(SOON)
        .until(() -> agent.phone().audio().ear().lately(10, HangUpEverywhereIT::isCaller));
    agent.phone().hangUp();
    await("after-call work").atMost(SOON).until(() -> agent.desk().state().equals("ACW"));
    agent.desk().state("BUSY").orThrow();
    return null;
  }

  private static boolean isCaller(Sound sound) {
    return sound instanceof Sound.Tone tone && tone.is(Visitor.TONE);
  }
}
