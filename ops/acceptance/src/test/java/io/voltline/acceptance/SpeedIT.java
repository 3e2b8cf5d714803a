package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Events;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Figures for the notes, from calls one after the other. Only gross slowness fails: machines
 * differ.
 */
@ExtendWith(RealHouse.class)
class SpeedIT {
  private static final int CALLS = 20;
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void theRingFollowsTheQueueAndThePopTheRing(Scene scene) throws IOException {
    Seat agent = scene.seat("1011", Manner.WAITS);
    Events events = scene.stays(agent.desk().api().events(), Events::close);
    List<Double> rings = new ArrayList<>();
    List<Double> pops = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Instant began = Instant.now();
      try (Visitor caller = Visitor.call(scene, "00000000001").presses("10")) {
        await("the ring").atMost(SOON).until(() -> agent.phone().stage() == Stage.RINGING);
        Instant rang = agent.phone().rings().getLast();
        JsonNode call = caller.story("its queueing", it -> it.has("queuedAt"));
        rings.add(millis(Instant.parse(call.path("queuedAt").asString()), rang));
        pops.add(millis(rang, popped(events, began)));
      }
      await("the agent being free again")
          .atMost(SOON)
          .until(() -> agent.desk().state().equals("IDLE"));
    }

    String figures = line("queue to ring", rings) + line("ring to pop", pops);
    Files.writeString(Path.of("target/figures.txt"), figures);
    System.out.print(figures);
    assertThat(rings).as("queue to ring").allMatch(ms -> ms < 2_000);
  }

  private static Instant popped(Events events, Instant began) {
    return await("the pop")
        .until(() -> events.first("call.offered", began), Optional::isPresent)
        .orElseThrow()
        .at();
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private static String line(String what, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%s: median %.0f ms, min %.0f, max %.0f, %d calls%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.getFirst(),
        sorted.getLast(),
        sorted.size());
  }
}
