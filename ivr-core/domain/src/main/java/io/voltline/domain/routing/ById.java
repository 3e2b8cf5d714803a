package io.voltline.domain.routing;

import org.jspecify.annotations.Nullable;

/**
 * What is found by a number above 0: open addressing with linear probing, so that a look-up touches
 * one place in memory where a map of boxed keys touches four. Routing spends most of its time
 * waiting for memory.
 */
final class ById<V> {
  private static final int LEAST = 64;

  private long[] keys = new long[LEAST];
  private @Nullable Object[] values = new Object[LEAST];
  private int size;

  @SuppressWarnings("unchecked") // put takes nothing else
  @Nullable V get(long key) {
    return (V) values[place(key)];
  }

  void put(long key, V value) {
    if (2 * size > keys.length) {
      grow();
    }
    int at = place(key);
    size += keys[at] == 0 ? 1 : 0;
    keys[at] = key;
    values[at] = value;
  }

  void remove(long key) {
    int free = place(key);
    if (keys[free] == 0) {
      return;
    }
    size--;
    // Whoever stands behind the gap moves up, unless that led before the place looked for first.
    for (int at = next(free); keys[at] != 0; at = next(at)) {
      int wanted = first(keys[at]);
      if (((at - wanted) & mask()) >= ((at - free) & mask())) {
        keys[free] = keys[at];
        values[free] = values[at];
        free = at;
      }
    }
    keys[free] = 0;
    values[free] = null;
  }

  /** Where the key stands, or would. */
  private int place(long key) {
    int at = first(key);
    while (keys[at] != key && keys[at] != 0) {
      at = next(at);
    }
    return at;
  }

  private int first(long key) {
    // Fibonacci hashing: numbers given one after the other spread out, and so do multiples.
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask();
  }

  private int next(int at) {
    return (at + 1) & mask();
  }

  private int mask() {
    return keys.length - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new Object[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
