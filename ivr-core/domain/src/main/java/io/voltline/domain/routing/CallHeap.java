package io.voltline.domain.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting calls, the next to be served on top: a binary heap in which each call knows its place, so
 * that one that leaves from the middle is found at once.
 */
final class CallHeap {
  private static final int LEAST = 4;

  private @Nullable QueuedCall[] calls = {};
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  @Nullable QueuedCall first() {
    return size == 0 ? null : calls[0];
  }

  void add(QueuedCall call) {
    if (size == calls.length) {
      calls = Arrays.copyOf(calls, Math.max(LEAST, size * 2));
    }
    up(call, size++);
  }

  void remove(QueuedCall call) {
    QueuedCall last = at(--size);
    calls[size] = null;
    if (last != call) {
      int free = call.heapIndex;
      if (free > 0 && last.before(at((free - 1) / 2))) {
        up(last, free);
      } else {
        down(last, free);
      }
    }
  }

  /** The calls before this one, in their order. */
  List<QueuedCall> before(QueuedCall call) {
    return inOrder().stream().filter(other -> other.before(call)).toList();
  }

  List<QueuedCall> inOrder() {
    List<QueuedCall> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(at(i));
    }
    all.sort((one, other) -> one == other ? 0 : one.before(other) ? -1 : 1);
    return all;
  }

  private void up(QueuedCall call, int free) {
    int i = free;
    while (i > 0 && call.before(at((i - 1) / 2))) {
      put(at((i - 1) / 2), i);
      i = (i - 1) / 2;
    }
    put(call, i);
  }

  private void down(QueuedCall call, int free) {
    int i = free;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && at(child + 1).before(at(child))) {
        child++;
      }
      if (!at(child).before(call)) {
        break;
      }
      put(at(child), i);
      i = child;
    }
    put(call, i);
  }

  private void put(QueuedCall call, int i) {
    calls[i] = call;
    call.heapIndex = i;
  }

  @SuppressWarnings("NullAway") // below size there is always a call
  private QueuedCall at(int i) {
    return calls[i];
  }
}
