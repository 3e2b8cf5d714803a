package io.voltline.bench;

import io.voltline.testkit.sip.PhoneBank.Moment;
import io.voltline.testkit.sip.PhoneBank.What;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What agents' phones saw within a window of time. */
final class PhoneLog {
  private final Map<String, List<Moment>> byAgent;
  private final Instant from;
  private final Instant to;

  PhoneLog(List<Moment> moments, Instant from, Instant to) {
    this.byAgent = moments.stream().collect(Collectors.groupingBy(Moment::agentNo));
    this.from = from;
    this.to = to;
  }

  /**
   * From an agent's hanging up, within the window, to the next ring of the same phone; where there
   * was none it counts for as long as it was watched.
   */
  Figures matches(Set<String> agents) {
    var matches = new Figures();
    Instant watched = Instant.now();
    ends(agents)
        .forEach((left, next) -> matches.add(Figures.millis(left.at(), next.orElse(watched))));
    return matches;
  }

  /** How many agents who hung up within the window were not rung again. */
  long unmatched(Set<String> agents) {
    return ends(agents).values().stream().filter(Optional::isEmpty).count();
  }

  private Map<Moment, Optional<Instant>> ends(Set<String> agents) {
    var ends = new LinkedHashMap<Moment, Optional<Instant>>();
    for (List<Moment> moments : of(agents)) {
      for (int i = 0; i < moments.size(); i++) {
        Moment left = moments.get(i);
        if (left.what() == What.HUNG_UP && !left.at().isBefore(from) && left.at().isBefore(to)) {
          ends.put(
              left,
              i + 1 < moments.size() ? Optional.of(moments.get(i + 1).at()) : Optional.empty());
        }
      }
    }
    return ends;
  }

  /** The share of these agents' time within the window that they talked. */
  double talkShare(Set<String> agents) {
    Duration talked = Duration.ZERO;
    for (List<Moment> moments : of(agents)) {
      Instant since = to;
      for (Moment moment : moments) {
        switch (moment.what()) {
          case RUNG -> {}
          case ANSWERED -> since = moment.at();
          case HUNG_UP, LOST -> {
            talked = talked.plus(within(since, moment.at()));
            since = to;
          }
        }
      }
      talked = talked.plus(within(since, to));
    }
    return talked.toNanos() / (double) Duration.between(from, to).toNanos() / agents.size();
  }

  /** The first ring of a phone at or after a moment. */
  Optional<Instant> rang(String agent, Instant since) {
    return byAgent.getOrDefault(agent, List.of()).stream()
        .filter(moment -> moment.what() == What.RUNG && !moment.at().isBefore(since))
        .map(Moment::at)
        .findFirst();
  }

  private Duration within(Instant since, Instant until) {
    Instant begin = since.isBefore(from) ? from : since;
    Instant end = until.isAfter(to) ? to : until;
    return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
  }

  private List<List<Moment>> of(Set<String> agents) {
    return agents.stream().map(agent -> byAgent.getOrDefault(agent, List.of())).toList();
  }
}
