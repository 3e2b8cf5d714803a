package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RealHouse.class)
class EngineLossIT {
  private static final Duration RINGS = Duration.ofSeconds(60);

  /** What an engine left behind is looked for once a minute. */
  private static final Duration SWEPT = Duration.ofSeconds(80);

  @AfterEach
  void engineBack(House house) {
    house.up();
  }

  @Test
  void talksOutliveTheEngineAndTheirRecordingIsKept(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    Visitor caller = scene.calls("00000000001").presses("10");
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());

    scene.house().kill("engine");
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    scene.house().up();
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    agent.phone().hangUp();

    await("the caller being let go").until(caller::isOver);
    JsonNode call =
        caller.story(
            "its recording and its end",
            SWEPT,
            it ->
                it.at("/recordings/0/status").asString("").equals("FINISHED") && it.has("endedAt"));
    assertThat(call.at("/recordings/0/seconds").asDouble()).isGreaterThan(6);
    await("the agent being led back").until(() -> !agent.desk().state().equals("TALKING"));
  }

  @Test
  void agentsStaySignedInWhenTheEngineIsStoppedInOrder(Scene scene) {
    Seat agent = scene.seat("1011", Manner.WAITS);

    for (int restart = 0; restart < 2; restart++) {
      stop(scene.house());
      scene.house().up();
      await("the agent in restart " + restart)
          .untilAsserted(() -> assertThat(agent.desk().state()).isEqualTo("IDLE"));
    }
  }

  @Test
  void withNoEngineACallerReachesASignedInDeskPhone(Scene scene) {
    Seat agent = scene.seat("1011", Manner.ANSWERS);
    stop(scene.house());

    Visitor caller = scene.calls("00000000001");
    await("the fallback's ring")
        .atMost(RINGS)
        .until(() -> agent.phone().stage() == DeskPhone.Stage.TALKING);
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    agent.phone().hangUp();
    await("the caller being let go").until(caller::isOver);
  }

  @Test
  void withNoEngineACallerWhomNobodyAnswersIsRungForAgain(Scene scene) {
    Seat agent = scene.seat("1011", Manner.WAITS);
    stop(scene.house());

    Visitor caller = scene.calls("00000000001");
    // Twice in the first round of the static queue: the third ring is the second round's.
    await("the second round").atMost(RINGS).until(() -> agent.phone().rings().size() == 3);
    assertThat(caller.isOver()).isFalse();
    scene.house().up();
    caller.presses("10").story("its place in the queue", it -> it.has("queuedAt"));
  }

  @Test
  void withNoEngineAndNoPhoneACallerLeavesAMessage(Scene scene) throws IOException {
    House house = scene.house();
    stop(house);

    long before = messages(house);
    Visitor caller = scene.calls("00000000001");
    caller.hearsBeep(RINGS);
    int heard = caller.audio().ear().sounds().size();
    await("three seconds of message")
        .until(() -> caller.audio().ear().sounds().size() >= heard + 30);
    caller.hangUp();
    await("the message being kept").until(() -> messages(house) == before + 1);
  }

  /** Asterisk writes the text beside the sound when the caller is done. */
  private static long messages(House house) throws IOException {
    Path box = house.var().resolve("data/asterisk/spool/voicemail/voltline/95598/INBOX");
    if (!Files.isDirectory(box)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(box)) {
      return files.filter(file -> file.toString().endsWith(".txt")).count();
    }
  }

  private static void stop(House house) {
    ProcessHandle engine = house.process("engine");
    engine.destroy();
    await("the engine's end").atMost(RINGS).until(() -> !engine.isAlive());
  }
}
