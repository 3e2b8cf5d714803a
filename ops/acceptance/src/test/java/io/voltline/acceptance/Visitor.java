package io.voltline.acceptance;

import static org.awaitility.Awaitility.await;

import io.voltline.testkit.audio.Sound;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.rtp.RtpParty;
import io.voltline.testkit.sip.ScriptedCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A caller with a tone for a voice, and what the house tells of the call. */
final class Visitor implements AutoCloseable {
  /** What callers say, in hertz. */
  static final int TONE = 1_000;

  private static final int BEEP = 1_000;

  /** Half of it: it begins within a tenth of a second and a frame may be lost. */
  private static final double BEEP_SECONDS = 0.2;

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final double PROMPT_SECONDS = 0.5;

  private final ScriptedCaller caller;
  private final Desk watcher;
  private final String from;
  private final Instant since;

  private Visitor(ScriptedCaller caller, Desk watcher, String from, Instant since) {
    this.caller = caller;
    this.watcher = watcher;
    this.from = from;
    this.since = since;
  }

  static Visitor call(Scene scene, String from) {
    Instant since = Instant.now();
    ScriptedCaller caller = scene.house().call(from);
    caller.audio().say(Voice.tone(TONE));
    return new Visitor(caller, scene.watcher(), from, since);
  }

  /** Presses keys, each while a prompt is being heard. */
  Visitor presses(String keys) {
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      double before = audio().ear().secondsOfSpeechOrMusic();
      await("a prompt before key " + key + "; " + caller.stage())
          .atMost(SOON)
          .until(() -> audio().ear().secondsOfSpeechOrMusic() - before >= PROMPT_SECONDS);
      audio().press(key);
    }
    return this;
  }

  /** Types these keys one after the other once a prompt is being heard. */
  Visitor types(String keys) {
    presses(keys.substring(0, 1));
    keys.substring(1).chars().forEach(key -> audio().press((char) key));
    return this;
  }

  RtpParty audio() {
    return caller.audio();
  }

  /** Waits until the agent's tone alone has been heard for a second. */
  void hearsAgent() {
    await("the caller hearing the agent")
        .atMost(SOON)
        .until(() -> audio().ear().lately(10, Visitor::isAgent));
  }

  /** Waits for the tone that asks for a message. */
  void hearsBeep(Duration patience) {
    await("the tone that asks for a message")
        .atMost(patience)
        .until(() -> audio().ear().secondsOf(BEEP) >= BEEP_SECONDS);
  }

  private static boolean isAgent(Sound sound) {
    return sound instanceof Sound.Tone tone && tone.is(Seat.TONE);
  }

  boolean isOver() {
    return caller.stage() == ScriptedCaller.Stage.ENDED;
  }

  void hangUp() {
    caller.hangUp();
  }

  /** The call, once the house tells who answered, in the call itself and in its offers. */
  JsonNode answered() {
    return story(
        "who answered",
        call ->
            call.has("answeredBy")
                && call.path("offers").findValuesAsString("outcome").contains("ANSWERED"));
  }

  /** The call, once the house tells this of it. */
  JsonNode story(String what, Predicate<JsonNode> told) {
    return story(what, SOON, told);
  }

  /** The same with more patience. */
  JsonNode story(String what, Duration limit, Predicate<JsonNode> told) {
    String callId = callId();
    return await(what).atMost(limit).until(() -> watcher.call(callId), told);
  }

  /** The house's name for the call, once it has one. */
  String callId() {
    return await("the call being known")
        .atMost(SOON)
        .until(() -> watcher.callOf(from, since), found -> found.isPresent())
        .orElseThrow()
        .path("callId")
        .asString();
  }

  @Override
  public void close() {
    caller.close();
  }
}
