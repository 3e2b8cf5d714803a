package io.voltline.bench.speed;

import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Timers of the next four minutes, in a wheel of slots of 32 ms: as cheap as they can be. */
final class Timers {
  private static final int SLOTS = 8_192;
  private static final int SLOT_BITS = 5;

  private final List<List<Command.StartTimer>> slots =
      Stream.generate(() -> (List<Command.StartTimer>) new ArrayList<Command.StartTimer>())
          .limit(SLOTS)
          .toList();
  private long slot;

  Timers(long now) {
    slot = now >> SLOT_BITS;
  }

  void start(Command.StartTimer timer) {
    slots.get((int) Math.max(slot, timer.dueMillis() >> SLOT_BITS) % SLOTS).add(timer);
  }

  /** Hands over what is due; what these start is due later. */
  void fire(long now, Consumer<Timer> due) {
    while (slot < now >> SLOT_BITS) {
      List<Command.StartTimer> timers = slots.get((int) slot++ % SLOTS);
      for (Command.StartTimer timer : timers) {
        due.accept(timer.timer());
      }
      timers.clear();
    }
  }
}
