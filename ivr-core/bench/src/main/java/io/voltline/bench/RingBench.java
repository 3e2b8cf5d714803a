package io.voltline.bench;

import io.voltline.testkit.audio.Voice;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.Events;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Poll;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.ScriptedCaller;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * {@code ops/bench ring}: a caller enters the queue → the idle agent's phone gets its INVITE, and
 * the desk its screen-pop; in turns with the floor, AMI Originate → INVITE at the same phone.
 *
 * <p>Arguments: project, home, address, port offset, rounds, file for the result. The AMI secret
 * comes by the environment variable {@code AMI_SECRET}.
 */
public final class RingBench {
  private static final double TARGET_MILLIS = 200;
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final double PROMPT_SECONDS = 0.5;
  private static final Duration FLOOR_TALK = Duration.ofSeconds(1);
  private static final String AGENT = "1011";
  private static final String WATCHER = "2001";
  private static final String CALLER = "00000000001";

  private final House house;
  private final Seat seat;
  private final Events events;
  private final Desk watcher;
  private final Figures floor = new Figures();
  private final Figures ring = new Figures();
  private final Figures popBehindRing = new Figures();

  private RingBench(House house, Seat seat, Events events, Desk watcher) {
    this.house = house;
    this.seat = seat;
    this.events = events;
    this.watcher = watcher;
  }

  /** The command line. */
  public static void main(String[] arguments) throws IOException {
    var house =
        new House(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Integer.parseInt(arguments[3]));
    int rounds = Integer.parseInt(arguments[4]);
    try (Desk watcher = house.api().signIn(house.account(WATCHER));
        Seat seat = Seat.take(house, AGENT, DeskPhone.Manner.WAITS);
        Events events = seat.desk().api().events();
        var originate =
            new OriginateFloor(house.bind(), 5_038 + house.offset(), System.getenv("AMI_SECRET"))) {
      var bench = new RingBench(house, seat, events, watcher);
      bench.warmUp();
      for (int round = 0; round < rounds; round++) {
        bench.floor(originate);
        bench.call();
      }
      bench.tell(Path.of(arguments[5]));
    }
  }

  /** The first call pays for classes and compiled code, as it does once a day. */
  private void warmUp() {
    call();
    ring.clear();
    popBehindRing.clear();
  }

  private void floor(OriginateFloor originate) {
    int before = seat.phone().rings().size();
    Instant asked = originate.ring(AGENT, FLOOR_TALK);
    await("the floor's ring", () -> seat.phone().rings().size() > before);
    floor.add(Figures.millis(asked, seat.phone().rings().getLast()));
    await("the floor's end", () -> seat.phone().stage() == DeskPhone.Stage.IDLE);
  }

  private void call() {
    Instant began = Instant.now();
    int before = seat.phone().rings().size();
    try (ScriptedCaller caller = house.call(CALLER)) {
      caller.audio().say(Voice.tone(1_000));
      press(caller, '1');
      press(caller, '0');
      await("the ring", () -> seat.phone().rings().size() > before);
      await("the pop", () -> events.first("call.offered", began).isPresent());
      await("the story", () -> story(began).path("queuedAt").isString());
      Instant rang = seat.phone().rings().getLast();
      ring.add(Figures.millis(Instant.parse(story(began).path("queuedAt").asString()), rang));
      popBehindRing.add(
          Figures.millis(rang, events.first("call.offered", began).orElseThrow().at()));
    }
    await("the agent's being idle", () -> seat.desk().state().equals("IDLE"));
  }

  private JsonNode story(Instant began) {
    return watcher.callOf(CALLER, began).orElseGet(MissingNode::getInstance);
  }

  private static void press(ScriptedCaller caller, char key) {
    double heard = caller.audio().ear().secondsOfSpeechOrMusic();
    await(
        "a prompt before " + key,
        () -> caller.audio().ear().secondsOfSpeechOrMusic() - heard >= PROMPT_SECONDS);
    caller.audio().press(key);
  }

  private void tell(Path result) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.printf("%-28s %8s %8s %8s%n", "milliseconds", "median", "min", "max");
    out.println(floor.row("AMI Originate → INVITE"));
    out.println(ring.row("queue → INVITE"));
    out.println(popBehindRing.row("INVITE → pop at the desk"));
    boolean pass = ring.median() <= TARGET_MILLIS;
    Files.writeString(
        result,
        "{\"bench\":\"ring\",\"unit\":\"ms\",\"target\":%.0f,\"pass\":%b,\"originate\":%s,\"ring\":%s,\"popBehindRing\":%s}%n"
            .formatted(TARGET_MILLIS, pass, floor.json(), ring.json(), popBehindRing.json()));
    out.printf(
        Locale.ROOT,
        "ring: %.1f ms (target ≤ %.0f ms) %s%n",
        ring.median(),
        TARGET_MILLIS,
        pass ? "PASS" : "SHORT");
    if (!pass) {
      System.exit(1);
    }
  }

  private static void await(String what, BooleanSupplier met) {
    if (!Poll.until(SOON, met)) {
      throw new IllegalStateException("waited in vain for " + what);
    }
  }
}
