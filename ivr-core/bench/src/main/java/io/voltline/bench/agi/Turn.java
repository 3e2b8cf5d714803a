package io.voltline.bench.agi;

import java.util.Map;

/**
 * What one server did in one round.
 *
 * @param seconds it was under load, in all
 * @param cpuSeconds of processor time by whom: server, switch, others
 * @param processors of the machine
 */
record Turn(Tally tally, double seconds, Map<String, Double> cpuSeconds, int processors) {

  /** Sessions served a second. */
  double perSecond() {
    return tally.perSecond();
  }

  /** The same for each second of the processors that others left; they differ by neighbours. */
  double perFreeSecond() {
    return perSecond() / (1 - others() / processors);
  }

  /** Processor time for a served session, on one side. */
  double millisPerSession(String side) {
    return cpuSeconds.getOrDefault(side, 0.0) * 1e3 / tally.count(Tally.End.SERVED);
  }

  /** Processors that somebody else's work took. */
  double others() {
    return cpuSeconds.getOrDefault("others", 0.0) / seconds;
  }
}
