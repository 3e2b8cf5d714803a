package io.voltline.bench;

import java.util.Map;

/**
 * What one turn of one peer gave.
 *
 * @param match milliseconds from an agent's hanging up to the next ring
 * @param floor milliseconds from AMI Originate to the ring of an idle phone, meanwhile
 * @param talkShare of the agents' time
 * @param cores busy with each process
 */
record Turn(Figures match, Figures floor, double talkShare, Map<String, Double> cores) {

  Map<String, Object> json() {
    return Map.of(
        "matches", match.count(),
        "matchP50", match.median(),
        "matchP99", match.p99(),
        "floorP50", floor.median(),
        "floorP99", floor.p99(),
        "talkShare", talkShare,
        "cores", cores);
  }
}
