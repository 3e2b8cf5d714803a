package io.voltline.testkit.cli;

import io.voltline.testkit.audio.ToneMeter;
import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.audio.Wav;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Poll;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.ScriptedCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * One call from beginning to end: menu by keys, queue, talk, hang-up, recording, work order.
 *
 * @param from the caller's number
 * @param keys pressed one after the other, each while a prompt is heard
 * @param voice what the caller says
 * @param talk how long the talk lasts
 * @param agent who answers, when it is one of the script's own
 */
record CallScript(
    String from, List<String> keys, Voice voice, Duration talk, Optional<Seat> agent) {
  /** The caller's tone when there is no WAV file, in hertz. */
  static final int CALLER_TONE = 1_000;

  private static final Duration SETTLES = Duration.ofSeconds(10);
  private static final Duration RATING_BEGINS = Duration.ofSeconds(1);
  private static final Duration ANSWERED = Duration.ofSeconds(60);
  private static final double PROMPT_SECONDS = 1.5;

  /**
   * Plays it.
   *
   * @return the call id
   * @throws CallFailed when it goes otherwise than the keys ask
   */
  String play(House house, Desk watcher, Teller teller) {
    Instant since = Instant.now();
    teller.tell("calling " + House.NUMBER + " from " + from);
    try (ScriptedCaller caller = house.call(from)) {
      caller.audio().say(voice);
      CallStory story = new CallStory(watcher, from, since, teller);
      Course course = new Course(caller, story, new HeardByCaller(caller.audio().ear(), teller));
      course.need("is answered", SETTLES, () -> caller.stage() != ScriptedCaller.Stage.CALLING);
      course.need("is known to the API", SETTLES, () -> !story.callId().isEmpty());
      keys.forEach(key -> press(key, course, teller));
      course.need("reaches an agent", ANSWERED, () -> story.has("answeredAt"));
      course.pass(talk);
      checkHeard(caller);
      agent.ifPresent(
          own -> {
            own.phone().hangUp();
            // The house asks for a rating now; most callers have hung up by then.
            course.pass(RATING_BEGINS);
          });
      caller.hangUp();
      course.settle("is told as ended", () -> story.has("endedAt"));
      course.settle("has its recording finished", () -> recordingsFinished(story));
      agent.ifPresent(own -> writeWorkOrder(own, course));
      checkKeys(story);
      checkRecording(watcher, story, teller);
      return story.callId();
    }
  }

  /**
   * The call under way: whatever is waited for, what is heard and what happens is told meanwhile.
   */
  private record Course(ScriptedCaller caller, CallStory story, HeardByCaller heard) {
    /** Waits while the call lives. */
    void need(String what, Duration limit, BooleanSupplier met) {
      boolean[] over = new boolean[1];
      boolean came =
          Poll.until(
              limit,
              () -> {
                look();
                over[0] = isOver();
                return met.getAsBoolean() || over[0];
              });
      if (!came || !met.getAsBoolean()) {
        throw new CallFailed(
            over[0]
                ? "the call was over before it " + what + why()
                : "within %d s the call never %s".formatted(limit.toSeconds(), what));
      }
    }

    /** Waits, whether the call lives or not. */
    void settle(String what, BooleanSupplier met) {
      if (!Poll.until(
          SETTLES,
          () -> {
            look();
            return met.getAsBoolean();
          })) {
        throw new CallFailed("within %d s the call never %s".formatted(SETTLES.toSeconds(), what));
      }
    }

    /** Lets the talk go on for a time. */
    void pass(Duration time) {
      long end = System.nanoTime() + time.toNanos();
      need(
          "was talked on for " + time.toSeconds() + " s",
          time.plus(SETTLES),
          () -> System.nanoTime() >= end);
    }

    private boolean isOver() {
      return caller.stage() == ScriptedCaller.Stage.REFUSED
          || caller.stage() == ScriptedCaller.Stage.ENDED;
    }

    private String why() {
      return caller.refusedWith().isPresent()
          ? ": refused with " + caller.refusedWith().getAsInt()
          : "";
    }

    private void look() {
      heard.tellNew();
      story.read();
    }
  }

  private static void press(String key, Course course, Teller teller) {
    double before = course.caller().audio().ear().secondsOfSpeechOrMusic();
    course.need(
        "played a prompt before key " + key,
        SETTLES,
        () -> course.caller().audio().ear().secondsOfSpeechOrMusic() - before >= PROMPT_SECONDS);
    teller.tell("caller presses " + key);
    course.caller().audio().press(key.charAt(0));
  }

  private static void writeWorkOrder(Seat agent, Course course) {
    String no = agent.writeWorkOrder(course.story().call()).path("no").asString();
    course.settle(
        "shows work order " + no,
        () ->
            course.story().each("workOrders").stream().anyMatch(one -> one.asString().equals(no)));
  }

  private void checkHeard(ScriptedCaller caller) {
    if (agent.isPresent() && caller.audio().ear().secondsOf(Seat.TONE) == 0) {
      throw new CallFailed("the caller does not hear the agent");
    }
  }

  private void checkKeys(CallStory story) {
    if (!story.keys().equals(keys)) {
      throw new CallFailed("pressed " + keys + ", but the flow took " + story.keys());
    }
  }

  private static boolean recordingsFinished(CallStory story) {
    return !story.each("recordings").isEmpty()
        && story.each("recordings").stream()
            .allMatch(recording -> recording.path("status").asString().equals("FINISHED"));
  }

  /**
   * Both parties must be in the file: sound on the caller's left channel and on the agent's right.
   */
  private static void checkRecording(Desk watcher, CallStory story, Teller teller) {
    for (JsonNode recording : story.each("recordings")) {
      Wav wav = Wav.parse(watcher.audio(recording.path("id").asString(), "").body());
      for (int channel = 0; channel < 2; channel++) {
        short[] samples = wav.channels().get(channel);
        if (ToneMeter.loudness(samples, 0, samples.length) < 100) {
          throw new CallFailed("the recording lacks the " + (channel == 0 ? "caller" : "agent"));
        }
      }
      teller.tell("recording holds the caller on the left, the agent on the right");
    }
  }
}
