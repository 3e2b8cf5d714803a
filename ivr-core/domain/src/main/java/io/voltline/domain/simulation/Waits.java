package io.voltline.domain.simulation;

import java.util.Arrays;

/** Waits in milliseconds, all of them kept: quantiles are exact. */
final class Waits {
  private int[] millis = new int[16];
  private int size;
  private boolean sorted;
  private double sum;

  void add(long wait) {
    if (size == millis.length) {
      millis = Arrays.copyOf(millis, size * 2);
    }
    millis[size++] = (int) Math.min(wait, Integer.MAX_VALUE);
    sum += wait;
    sorted = false;
  }

  void addAll(Waits other) {
    for (int i = 0; i < other.size; i++) {
      add(other.millis[i]);
    }
  }

  int size() {
    return size;
  }

  double sumMillis() {
    return sum;
  }

  /** How many are no longer than this. */
  int within(long most) {
    sort();
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (millis[middle] <= most) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The least wait that this share of all don't exceed; 0 when there is none. */
  double quantileMillis(double share) {
    sort();
    return size == 0 ? 0 : millis[Math.max(0, (int) Math.ceil(share * size) - 1)];
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(millis, 0, size);
      sorted = true;
    }
  }
}
