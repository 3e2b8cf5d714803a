package io.voltline.domain.routing;

import org.jspecify.annotations.Nullable;

/** Idle agents of one skill and level, the longest idle first; linked through {@link Held}. */
final class IdleList {
  @Nullable Held first;
  private @Nullable Held last;

  /**
   * Whoever became idle now goes to the end; one who was idle before goes back to the old place.
   */
  void add(Held held) {
    Held before = last;
    while (before != null && AgentSlot.LONGEST_IDLE.compare(before.agent, held.agent) > 0) {
      before = before.previous;
    }
    Held after = before == null ? first : before.next;
    held.previous = before;
    held.next = after;
    if (before == null) {
      first = held;
    } else {
      before.next = held;
    }
    if (after == null) {
      last = held;
    } else {
      after.previous = held;
    }
  }

  void remove(Held held) {
    if (held.previous == null) {
      first = held.next;
    } else {
      held.previous.next = held.next;
    }
    if (held.next == null) {
      last = held.previous;
    } else {
      held.next.previous = held.previous;
    }
    held.previous = null;
    held.next = null;
  }
}
