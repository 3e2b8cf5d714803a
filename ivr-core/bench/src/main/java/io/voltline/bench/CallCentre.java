package io.voltline.bench;

import io.voltline.testkit.house.Account;
import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Poll;
import io.voltline.testkit.sip.CallerStream;
import io.voltline.testkit.sip.PhoneBank;
import io.voltline.testkit.sip.PhoneBank.What;
import io.voltline.testkit.sip.PhoneLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The agents of a house at work: all of them at their desks, as many as needed of them idle. */
final class CallCentre implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration LATE_MATCH = Duration.ofSeconds(10);
  private static final Duration FLOOR_TALK = Duration.ofMillis(200);
  private static final long FLOOR_EVERY_MILLIS = 250;
  private static final int CALLS_A_SECOND = 60;
  private static final double NEARLY_ALL = 0.97;
  private static final int SPARE_PHONES = 4;

  private final House house;
  private final Ami ami;
  private final OriginateFloor originate;
  private final List<Desk> desks = new ArrayList<>();
  private final List<Account> spare;

  /** Signs everybody in but those whose phones are spare. */
  CallCentre(House house, String amiSecret) {
    this.house = house;
    int amiPort = 5_038 + house.offset();
    this.ami = new Ami(house.bind(), amiPort, amiSecret);
    this.originate = new OriginateFloor(house.bind(), amiPort, amiSecret);
    List<Account> accounts = house.accounts();
    int agents = accounts.size() - SPARE_PHONES;
    accounts.subList(0, agents).forEach(account -> desks.add(house.api().signIn(account)));
    this.spare = accounts.subList(agents, accounts.size());
  }

  /** Puts the phones of so many agents into service and makes those agents ready, nobody else. */
  PhoneBank staff(Workload load) {
    List<PhoneLine> lines = new ArrayList<>();
    desks.stream().limit(load.agents()).map(Desk::agent).map(CallCentre::line).forEach(lines::add);
    spare.stream().map(CallCentre::line).forEach(lines::add);
    PhoneBank phones = PhoneBank.open(house.sip(), lines, load.talk());
    desks.stream().skip(load.agents()).forEach(desk -> desk.state("BUSY").orThrow());
    desks.stream()
        .limit(load.agents())
        .forEach(
            desk -> await("phone of " + desk.agent(), () -> desk.state("IDLE").status() == 200));
    return phones;
  }

  /** One turn of one peer with these phones, from an empty house to an empty house. */
  Turn turn(Peer peer, Workload load, PhoneBank phones) {
    await("an empty house", () -> calls() == 0);
    await("idle agents", () -> idle() == load.agents());
    Instant began = Instant.now();
    Set<String> agents =
        desks.stream()
            .limit(load.agents())
            .map(d -> d.agent().agentNo())
            .collect(Collectors.toSet());
    try (CallerStream callers =
        CallerStream.call(house.sip(), peer.number(load), load.callers(), CALLS_A_SECOND)) {
      await(
          "callers: " + callers.complaint(), () -> callers.inside() >= load.callers() * NEARLY_ALL);
      await("every agent's first call", () -> tired(phones, began).containsAll(agents));
      Turn turn = measure(load, agents, phones, callers);
      callers.runDry();
      await("the callers' leaving", () -> sentHome(callers));
      return turn;
    }
  }

  private Turn measure(Workload load, Set<String> agents, PhoneBank phones, CallerStream callers) {
    Map<String, Long> processes = processes(phones, callers);
    List<Instant> asked = new ArrayList<>();
    CpuUse before = CpuUse.now(processes);
    Instant from = Instant.now();
    floorFor(load.window(), asked);
    Instant to = Instant.now();
    CpuUse after = CpuUse.now(processes);
    Poll.until(LATE_MATCH, () -> new PhoneLog(phones.moments(), from, to).unmatched(agents) == 0);
    PhoneLog log = new PhoneLog(phones.moments(), from, to);
    return new Turn(
        log.matches(agents), floor(log, asked), log.talkShare(agents), CpuUse.cores(before, after));
  }

  /** The floor while nobody calls. */
  Figures idleFloor(PhoneBank phones, Duration window) {
    await("an empty house", () -> calls() == 0);
    List<Instant> asked = new ArrayList<>();
    Instant from = Instant.now();
    floorFor(window, asked);
    return floor(new PhoneLog(phones.moments(), from, Instant.now()), asked);
  }

  private void floorFor(Duration window, List<Instant> asked) {
    try (var pace = Executors.newSingleThreadScheduledExecutor()) {
      var rings =
          pace.scheduleAtFixedRate(
              () -> asked.add(originate.ring(spare(asked.size()), FLOOR_TALK)),
              0,
              FLOOR_EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
      try {
        rings.get(window.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        rings.cancel(false);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Figures floor(PhoneLog log, List<Instant> asked) {
    var floor = new Figures();
    for (int i = 0; i < asked.size(); i++) {
      Instant at = asked.get(i);
      log.rang(spare(i), at).ifPresent(rang -> floor.add(Figures.millis(at, rang)));
    }
    return floor;
  }

  private String spare(int ring) {
    return spare.get(ring % spare.size()).agentNo();
  }

  private static Set<String> tired(PhoneBank phones, Instant since) {
    return phones.moments().stream()
        .filter(moment -> moment.what() == What.HUNG_UP && moment.at().isAfter(since))
        .map(PhoneBank.Moment::agentNo)
        .collect(Collectors.toSet());
  }

  private Map<String, Long> processes(PhoneBank phones, CallerStream callers) {
    var pids = new LinkedHashMap<String, Long>();
    for (String part : List.of("asterisk", "engine", "mariadb", "redis")) {
      pids.put(part, house.process(part).pid());
    }
    pids.put("phones", phones.pid());
    pids.put("callers", callers.pid());
    return pids;
  }

  /** Those a hang-up reaches while they are being let in are reached by the next. */
  private boolean sentHome(CallerStream callers) {
    if (calls() > 0) {
      ami.ask("Hangup", "Channel: /^PJSIP/trunk-.*$/");
    }
    return callers.gone();
  }

  private int calls() {
    return Integer.parseInt(ami.ask("CoreStatus").get("CoreCurrentCalls"));
  }

  private long idle() {
    return desks.getFirst().agents().stream()
        .filter(agent -> agent.path("state").asString().equals("IDLE"))
        .count();
  }

  private static PhoneLine line(Account account) {
    return new PhoneLine(account.agentNo(), account.sipPassword());
  }

  private static void await(String what, BooleanSupplier met) {
    if (!Poll.until(SOON, met)) {
      throw new IllegalStateException("waited in vain for " + what);
    }
  }

  @Override
  public void close() throws IOException {
    originate.close();
    ami.close();
  }
}
