package io.voltline.domain.simulation;

import java.util.PriorityQueue;

/** What is to happen, by time; what was planned first happens first. Keeps the virtual time. */
final class Agenda {
  private record Entry(long atMillis, long seq, Happening happening) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return atMillis != other.atMillis
          ? Long.compare(atMillis, other.atMillis)
          : Long.compare(seq, other.seq);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long seq;
  private long now;

  long now() {
    return now;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Plans something; what is due already happens next to now. */
  void at(long millis, Happening happening) {
    entries.add(new Entry(Math.max(millis, now), seq++, happening));
  }

  void after(long millis, Happening happening) {
    if (millis != Law.FOREVER) {
      at(now + millis, happening);
    }
  }

  /** Moves time on to whatever happens next. */
  Happening next() {
    Entry entry = entries.remove();
    now = entry.atMillis;
    return entry.happening;
  }
}
