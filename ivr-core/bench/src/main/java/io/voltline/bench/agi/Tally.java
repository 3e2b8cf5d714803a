package io.voltline.bench.agi;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What became of the sessions of one turn. */
final class Tally {

  /** How a session ended. */
  enum End {
    /** Every command came, and then the end. */
    SERVED,
    /** Nobody listened. */
    REFUSED,
    /** Closed or reset before the first command. */
    REJECTED,
    /** Closed or reset between the first command and the last. */
    BROKEN_OFF,
    /** Not connected, or not over, in time. */
    TIMED_OUT
  }

  private static final long MOST_MICROS = 60_000_000;

  private final Map<End, Integer> ends = new EnumMap<>(End.class);
  private final Histogram firstCommandMicros = new Histogram(MOST_MICROS, 3);
  private int inService;
  private int mostInService;
  private int servedInTime;
  private double seconds;

  void firstCommand(long nanos) {
    firstCommandMicros.recordValue(Math.min(nanos / 1_000, MOST_MICROS));
    mostInService = Math.max(mostInService, ++inService);
  }

  /**
   * Counts an end.
   *
   * @param inTime whether the load was still kept up
   */
  void ended(End end, boolean wasInService, boolean inTime) {
    ends.merge(end, 1, Integer::sum);
    if (wasInService) {
      inService--;
    }
    if (inTime && end == End.SERVED) {
      servedInTime++;
    }
  }

  /** The load was kept up for so long. */
  void keptUp(double more) {
    seconds += more;
  }

  int count(End end) {
    return ends.getOrDefault(end, 0);
  }

  /** How many were not served. */
  int failed() {
    return ends.values().stream().mapToInt(Integer::intValue).sum() - count(End.SERVED);
  }

  /** Served a second while the load was kept up. */
  double perSecond() {
    return servedInTime / seconds;
  }

  /** Most sessions at once between their first command and their end. */
  int mostInService() {
    return mostInService;
  }

  /** Milliseconds from the first try to connect to the first command, of all but one of 100. */
  double firstCommandP99() {
    return firstCommandMicros.getValueAtPercentile(99) / 1e3;
  }
}
