package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.Events;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.Crowd;
import io.voltline.testkit.sip.DeskPhone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The engine is killed while the house is full, and nobody but the engine takes notice. */
@ExtendWith(RealHouse.class)
class EngineRestartIT {
  private static final int WAITING = 100;
  private static final Duration FILLS = Duration.ofSeconds(60);
  private static final Duration SERVED = Duration.ofSeconds(90);

  /** From the moment the engine can take a call again. */
  private static final Duration PROMISE = Duration.ofSeconds(3);

  /** Nobody notices a pause of speech as short as that. */
  private static final double PAUSE = 0.5;

  private record Turn(Instant queuedAt, Instant offeredAt) {}

  @AfterEach
  void engineAsItWas(House house) {
    house.kill("engine");
    house.up();
  }

  @Test
  void aFullHouseOutlivesItsEngine(Scene scene, @TempDir Path directory) throws IOException {
    Instant since = Instant.now();
    House house = scene.house();
    Desk watcher = scene.watcher();
    Floor floor = scene.stays(Floor.take(house), Floor::close);
    Visitor heard = scene.calls("00000000001").presses("10");
    await("the first talk").atMost(FILLS).until(() -> floor.talking().size() == 1);
    DeskPhone hears = floor.talking().getFirst();
    Crowd crowd = scene.stays(house.crowd("1390000", WAITING + Floor.SIZE - 1, 20), Crowd::close);
    await("all talking or waiting; " + crowd.complaint())
        .atMost(FILLS)
        .until(() -> joined(watcher, since) == Floor.SIZE && waiting(watcher) == WAITING);
    List<String> line = line(watcher, since);
    Map<String, String> talks = Floor.talks(watcher.agents());
    assertThat(line).hasSize(WAITING);
    assertThat(talks).hasSize(Floor.SIZE);

    double heardByCaller = heard.audio().ear().secondsOf(Seat.TONE);
    double heardByAgent = hears.audio().ear().secondsOf(Visitor.TONE);
    Instant killed = Instant.now();
    house.kill("engine");
    house.up(Files.writeString(directory.resolve("quick.conf"), "voltline.routing.wrap-up = 2s"));
    Instant back = Instant.now();
    await("everybody's place after the engine's return")
        .atMost(promise(Duration.between(killed, back)))
        .untilAsserted(
            () -> {
              assertThat(waiting(watcher)).as("waiting").isEqualTo(WAITING);
              assertThat(Floor.talks(watcher.agents())).as("talks").isEqualTo(talks);
            });
    double recovered = seconds(back, Instant.now());
    double gone = seconds(killed, Instant.now());
    System.out.printf(
        Locale.ROOT, "recovered %.2f s after ready, %.2f s after the kill%n", recovered, gone);
    await("sound without a pause")
        .atMost(Duration.ofSeconds(1))
        .until(
            () ->
                heard.audio().ear().secondsOf(Seat.TONE) - heardByCaller > gone - PAUSE
                    && hears.audio().ear().secondsOf(Visitor.TONE) - heardByAgent > gone - PAUSE);
    assertThat(floor.talking()).as("talks").hasSize(Floor.SIZE);
    assertThat(floor.rings())
        .as("rings so far")
        .allSatisfy((_, rings) -> assertThat(rings).isOne());
    assertThat(crowd.ended()).as("callers who lost the line").isZero();

    Map<String, Events> told = floor.events();
    floor.talking().forEach(DeskPhone::hangUp);
    serve(floor, watcher, since, line);

    await("everybody being let go").until(() -> crowd.ended() == WAITING + Floor.SIZE - 1);
    await("the last after-call work being over")
        .atMost(FILLS)
        .until(() -> told.values().stream().allMatch(it -> states(it).getLast().equals("IDLE")));
    // With callers waiting whoever comes free is reserved in the same moment.
    told.forEach(
        (agentNo, events) -> assertThat(states(events)).as(agentNo).startsWith("ACW", "RESERVED"));
    told.values().forEach(Events::close);
    List<JsonNode> stories = line.stream().map(watcher::call).toList();
    assertThat(stories)
        .allSatisfy(
            call -> {
              assertThat(call.path("offers")).hasSize(1);
              assertThat(call.at("/offers/0/outcome").asString()).isEqualTo("ANSWERED");
              assertThat(call.path("endReason").asString()).isEqualTo("AGENT_HUNG_UP");
            });
    assertThat(turns(watcher, stories))
        .as("who came first was offered first")
        .extracting(Turn::offeredAt)
        .isSorted();
  }

  /** A machine with other work takes as much longer for this as for the engine's start. */
  private static Duration promise(Duration start) {
    return start.compareTo(PROMISE) > 0 ? start : PROMISE;
  }

  /** Every agent hangs up as soon as caller and agent were joined, until all were served. */
  private static void serve(Floor floor, Desk watcher, Instant since, List<String> line) {
    Set<String> done = new HashSet<>();
    await("everybody being served")
        .atMost(SERVED)
        .until(
            () -> {
              for (JsonNode call : calls(watcher, since)) {
                String callId = call.path("callId").asString();
                if (line.contains(callId) && call.has("answeredAt") && done.add(callId)) {
                  floor.seat(call.path("answeredBy").asString()).phone().hangUp();
                }
              }
              return calls(watcher, since).stream()
                      .filter(call -> line.contains(call.path("callId").asString()))
                      .filter(call -> call.has("endedAt"))
                      .count()
                  == WAITING;
            });
  }

  private static long joined(Desk watcher, Instant since) {
    return calls(watcher, since).stream().filter(call -> call.has("answeredAt")).count();
  }

  /** Who waits, the first to come first. */
  private static List<String> line(Desk watcher, Instant since) {
    return calls(watcher, since).stream()
        .filter(call -> !call.has("answeredAt"))
        .sorted(Comparator.comparing(call -> time(call.path("queuedAt"))))
        .map(call -> call.path("callId").asString())
        .toList();
  }

  private static List<JsonNode> calls(Desk watcher, Instant since) {
    return list(watcher.api().get("/calls?limit=500&from=" + since).orThrow().path("calls"));
  }

  private static int waiting(Desk watcher) {
    return list(watcher.api().get("/queues").orThrow().path("queues")).stream()
        .mapToInt(queue -> queue.path("waiting").asInt())
        .sum();
  }

  /** In the order of the line; of those who came in the same millisecond either may be first. */
  private static List<Turn> turns(Desk watcher, List<JsonNode> calls) {
    return calls.stream()
        .map(call -> new Turn(time(call.path("queuedAt")), offered(watcher, call)))
        .sorted(Comparator.comparing(Turn::queuedAt).thenComparing(Turn::offeredAt))
        .toList();
  }

  /** When routing chose somebody for a call. */
  private static Instant offered(Desk watcher, JsonNode call) {
    String path = "/calls/" + call.path("callId").asString() + "/routing";
    return list(watcher.api().get(path).orThrow().path("decisions")).stream()
        .filter(decision -> decision.path("outcome").asString().startsWith("OFFERED"))
        .map(decision -> time(decision.path("at")))
        .findFirst()
        .orElseThrow();
  }

  private static Instant time(JsonNode value) {
    return Instant.parse(value.asString());
  }

  private static List<String> states(Events events) {
    return events.all().stream()
        .filter(event -> event.type().equals("agent.state"))
        .map(event -> event.body().at("/agent/state").asString())
        .toList();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
