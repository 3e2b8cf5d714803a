package io.voltline.acceptance;

import io.voltline.testkit.house.Events;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import io.voltline.testkit.sip.DeskPhone.Manner;
import io.voltline.testkit.sip.DeskPhone.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** All desk phones of the house, each with an agent who answers; they come and go together. */
final class Floor implements AutoCloseable {
  static final int SIZE = 20;
  private static final int FIRST = 1011;

  private final Map<String, Seat> seats = new ConcurrentSkipListMap<>();

  private Floor() {}

  static Floor take(House house) {
    Floor floor = new Floor();
    try {
      together(
          IntStream.range(FIRST, FIRST + SIZE).mapToObj(Integer::toString).toList(),
          agentNo -> floor.seats.put(agentNo, Seat.take(house, agentNo, Manner.ANSWERS)));
      return floor;
    } catch (RuntimeException e) {
      floor.close();
      throw e;
    }
  }

  Seat seat(String agentNo) {
    return Optional.ofNullable(seats.get(agentNo)).orElseThrow();
  }

  /** The phones on which somebody talks. */
  List<DeskPhone> talking() {
    return seats.values().stream()
        .map(Seat::phone)
        .filter(phone -> phone.stage() == Stage.TALKING)
        .toList();
  }

  /** How often each phone rang so far. */
  Map<String, Integer> rings() {
    return seats.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it -> it.getValue().phone().rings().size(),
                (a, _) -> a,
                TreeMap::new));
  }

  /** What every desk is told from now on. */
  Map<String, Events> events() {
    Map<String, Events> events = new TreeMap<>();
    seats.forEach((agentNo, seat) -> events.put(agentNo, seat.desk().api().events()));
    return events;
  }

  /** The calls agents talk on, as the house sees it. */
  static Map<String, String> talks(List<JsonNode> agents) {
    return agents.stream()
        .filter(agent -> agent.path("state").asString().equals("TALKING"))
        .collect(
            Collectors.toMap(
                agent -> agent.path("agentNo").asString(),
                agent -> agent.path("callId").asString("")));
  }

  @Override
  public void close() {
    together(List.copyOf(seats.values()), Seat::close);
  }

  /** One after the other would take minutes on a machine that is busy. */
  private static <T> void together(List<T> all, Consumer<T> action) {
    all.parallelStream().forEach(action);
  }
}
