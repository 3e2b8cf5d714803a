package io.voltline.bench.quality;

import io.voltline.domain.simulation.Caller;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The policy to beat, simulated in as few lines as can be seen to be right: a caller gets the agent
 * with the skill who is idle for longest, an agent the caller who waits for longest.
 */
final class LongestWaitFirst {
  private record Talk(long untilMillis, int agent) {}

  private final Instance instance;
  private final long fromMillis;
  private final List<Deque<Caller>> waiting;
  private final List<Integer> idle = new ArrayList<>();
  private final PriorityQueue<Talk> talks =
      new PriorityQueue<>(Comparator.comparingLong(Talk::untilMillis));
  private final List<List<Long>> waits;
  private long calls;
  private long blocked;

  private LongestWaitFirst(Instance instance, long fromMillis) {
    this.instance = instance;
    this.fromMillis = fromMillis;
    this.waiting =
        Stream.generate(ArrayDeque<Caller>::new)
            .limit(instance.types())
            .map(d -> (Deque<Caller>) d)
            .toList();
    this.waits =
        Stream.generate(ArrayList<Long>::new)
            .limit(instance.types())
            .map(l -> (List<Long>) l)
            .toList();
    for (int agent = 0; agent < Instance.AGENTS; agent++) {
      idle.add(agent);
    }
  }

  /** The score over the callers who come from one time to another. */
  static Score of(Instance instance, Iterator<Caller> callers, long fromMillis, long untilMillis) {
    LongestWaitFirst centre = new LongestWaitFirst(instance, fromMillis);
    for (Caller caller = callers.next();
        caller.atMillis() < untilMillis && callers.hasNext();
        caller = callers.next()) {
      centre.endTalks(caller.atMillis());
      centre.comes(caller);
    }
    centre.endTalks(Long.MAX_VALUE);
    return centre.score();
  }

  private void comes(Caller caller) {
    calls += counts(caller) ? 1 : 0;
    int type = type(caller);
    for (int agent : idle) {
      if (instance.serves(agent, type)) {
        idle.remove(Integer.valueOf(agent));
        talk(agent, caller, caller.atMillis());
        return;
      }
    }
    if (waiting.stream().mapToInt(Deque::size).sum() == Instance.PLACES) {
      blocked += counts(caller) ? 1 : 0;
    } else {
      waiting.get(type).add(caller);
    }
  }

  private void endTalks(long untilMillis) {
    while (!talks.isEmpty() && talks.element().untilMillis <= untilMillis) {
      Talk talk = talks.remove();
      Deque<Caller> longest = null;
      for (int type = 0; type < instance.types(); type++) {
        Deque<Caller> line = waiting.get(type);
        if (instance.serves(talk.agent, type)
            && !line.isEmpty()
            && (longest == null || line.element().atMillis() < longest.element().atMillis())) {
          longest = line;
        }
      }
      if (longest == null) {
        idle.add(talk.agent);
      } else {
        talk(talk.agent, longest.remove(), talk.untilMillis);
      }
    }
  }

  private void talk(int agent, Caller caller, long now) {
    if (counts(caller)) {
      waits.get(type(caller)).add(now - caller.atMillis());
    }
    talks.add(new Talk(now + caller.holdMillis(), agent));
  }

  private Score score() {
    List<Long> all = waits.stream().flatMap(List::stream).sorted().toList();
    var means = waits.stream().mapToDouble(LongestWaitFirst::meanSeconds).summaryStatistics();
    return new Score(
        meanSeconds(all),
        all.get((int) Math.ceil(0.99 * all.size()) - 1) / 1_000.0,
        means.getMax() - means.getMin(),
        (double) blocked / calls);
  }

  private boolean counts(Caller caller) {
    return caller.atMillis() >= fromMillis;
  }

  private static int type(Caller caller) {
    String asked = caller.asks().demand().skills().iterator().next().value();
    return asked.charAt(asked.length() - 1) - '0';
  }

  private static double meanSeconds(List<Long> millis) {
    return millis.stream().mapToLong(Long::longValue).average().orElse(0) / 1_000;
  }
}
