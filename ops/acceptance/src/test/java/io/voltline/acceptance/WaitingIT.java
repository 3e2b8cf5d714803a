package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RealHouse.class)
class WaitingIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration TOLD = Duration.ofSeconds(30);
  private static final Duration OVERFLOWS = Duration.ofSeconds(60);
  private static final double SAMPLES_A_SECOND = 8_000;

  @Test
  void aLateCallerRingsTwoPhonesAtOnceAndTheFirstToAnswerHasTheCall(Scene scene) {
    List<Seat> seats =
        Stream.of("1011", "1012", "1013").map(no -> scene.seat(no, Manner.WAITS)).toList();
    Visitor caller = scene.calls("00000000091").presses("10");
    await("one phone").atMost(SOON).until(() -> ringing(seats).size() == 1);
    Seat silent = ringing(seats).getFirst();

    await("two phones at once").atMost(SOON).until(() -> ringing(seats).size() == 2);
    List<Seat> both = ringing(seats);
    Seat winner = both.getFirst();
    Seat loser = both.getLast();
    assertThat(both).doesNotContain(silent);
    winner.phone().answer();

    Tones.bothHearEachOther(caller.audio(), winner.phone().audio());
    await("the other phone falling silent").until(() -> loser.phone().stage() == Stage.IDLE);
    await("the other agent being idle").until(() -> loser.desk().state().equals("IDLE"));
    assertThat(silent.desk().state()).isEqualTo("BUSY");
    JsonNode call = caller.answered();
    assertThat(call.path("offers"))
        .map(offer -> offer.path("agentNo").asString() + " " + offer.path("outcome").asString())
        .containsExactlyInAnyOrder(
            no(silent) + " NOT_ANSWERED", no(winner) + " ANSWERED", no(loser) + " SUPERSEDED");
    assertThat(call.path("answerSeconds").asDouble()).isLessThan(12);

    winner.phone().hangUp();
    JsonNode recorded =
        caller.story("the recording", it -> !it.at("/recordings/0/sha256").isMissingNode());
    assertThat(recorded.path("recordings"))
        .map(recording -> recording.path("agentNo").asString())
        .containsExactly(no(winner));
  }

  @Test
  void whatACallerIsToldIsCutByAnAgentWhoComesFree(Scene scene) throws IOException {
    Seat agent = scene.seat("1011", Manner.WAITS);
    agent.desk().state("BUSY").orThrow();
    Visitor caller = scene.calls("00000000092").presses("10");
    String callId = caller.story("its place", it -> it.has("queuedAt")).path("callId").asString();
    double seconds = seconds(scene, "zh/voltline/place-next.alaw");
    await("being told")
        .atMost(TOLD)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                EngineLog.of(scene.house())
                    .lines()
                    .anyMatch(line -> line.contains(callId) && line.contains("place-next")));
    Instant told = Instant.now();

    agent.desk().state("IDLE").orThrow();
    await("the ring").atMost(SOON).until(() -> agent.phone().stage() == Stage.RINGING);

    assertThat(Duration.between(told, agent.phone().rings().getLast()))
        .as("of a prompt of %s s", seconds)
        .isLessThan(Duration.ofMillis((long) (seconds * 1_000)));
    agent.phone().answer();
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
  }

  @Test
  void whomNobodySignedInCanServeLeavesAMessage(Scene scene) throws IOException {
    Visitor caller = scene.calls("00000000093").presses("10");
    await("the tone that asks for the message")
        .atMost(OVERFLOWS)
        .until(() -> caller.audio().ear().secondsOf(1_000) >= 0.2);
    assertThat(caller.isOver()).as("the message is being taken").isFalse();
    Path spool = scene.house().var().resolve("recordings/spool");
    await("the message").atMost(SOON).until(() -> messages(spool) > 0);
    caller.hangUp();

    JsonNode call = caller.story("its end", it -> it.has("endReason"));
    assertThat(call.path("endReason").asString()).isEqualTo("VOICEMAIL");
    assertThat(call.path("offers")).isEmpty();
  }

  private static long messages(Path spool) throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files.filter(file -> file.getFileName().toString().startsWith("message-")).count();
    }
  }

  private static List<Seat> ringing(List<Seat> seats) {
    return seats.stream().filter(seat -> seat.phone().stage() == Stage.RINGING).toList();
  }

  private static String no(Seat seat) {
    return seat.desk().agent().agentNo();
  }

  private static double seconds(Scene scene, String sound) throws IOException {
    return Files.size(scene.house().var().resolve("sounds").resolve(sound)) / SAMPLES_A_SECOND;
  }
}
