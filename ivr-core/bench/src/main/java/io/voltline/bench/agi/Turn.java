package io.voltline.bench.agi;

import java.util.LinkedHashMap;
import java.util.Locale;
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

  /**
   * The same, had nobody else worked on the machine: scaled by what others left of it. An estimate,
   * equal to the other on a quiet machine.
   */
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

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("perSecond", perSecond());
    json.put("perSecondIfAlone", perFreeSecond());
    json.put("cpuMillis", millisPerSession("server"));
    json.put("switchCpuMillis", millisPerSession("switch"));
    json.put("firstCommandP99Millis", tally.firstCommandP99());
    json.put("inService", tally.mostInService());
    for (Tally.End end : Tally.End.values()) {
      json.put(end.name().toLowerCase(Locale.ROOT), tally.count(end));
    }
    json.put("othersCores", others());
    return json;
  }
}
