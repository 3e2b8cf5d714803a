package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Routing's own indexes beside the library's maps, over many random puts and removals. */
class IndexesTest {
  private static final int STEPS = 200_000;
  private static final int KEYS = 3_000;
  private static final long SEED = 95_598;

  @Test
  void findsByNumberWhatAMapFinds() {
    var random = new Random(SEED);
    var index = new ById<String>();
    Map<Long, String> map = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      long key = 1 + random.nextInt(KEYS) * (random.nextBoolean() ? 1L : 1L << 32);
      if (random.nextBoolean()) {
        index.put(key, "v" + step);
        map.put(key, "v" + step);
      } else {
        index.remove(key);
        map.remove(key);
      }
      assertThat(index.get(key)).isEqualTo(map.get(key));
    }
    for (int i = 1; i <= KEYS; i++) {
      assertThat(index.get(i)).isEqualTo(map.get((long) i));
      assertThat(index.get((long) i << 32)).isEqualTo(map.get((long) i << 32));
    }
  }

  @Test
  void findsByIdWhatAMapFinds() {
    var random = new Random(SEED);
    var index = new CallsById();
    Map<CallId, QueuedCall> map = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      var id = new CallId("c" + random.nextInt(KEYS));
      QueuedCall there = index.get(id);
      assertThat(there).isSameAs(map.get(id));
      if (there == null) {
        QueuedCall call = call(id, step);
        index.put(call);
        map.put(id, call);
      } else {
        index.remove(there);
        map.remove(id);
      }
    }
    assertThat(index.all()).containsExactlyInAnyOrderElementsOf(map.values());
  }

  private static QueuedCall call(CallId id, int seq) {
    var queue = new QueueId("q");
    var demand = Demand.of(new SkillId("s"));
    var rule =
        new QueueRule(
            queue,
            demand,
            new Strategy.LongestIdle(),
            12_000,
            0,
            0,
            100,
            List.of(),
            Overflow.MESSAGE);
    var line = new CallQueue(rule, Map.of(), new SkillGroups());
    var request = new QueueRequest(queue, demand, 0, false, List.of(), seq);
    return new QueuedCall(
        new Event.CallQueued(new Stamp(seq + 1, seq), id, request),
        line,
        line.kind(demand),
        new PromiseClock(seq, seq));
  }
}
