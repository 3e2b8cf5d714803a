package io.voltline.domain.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing a flow can ask of the house.
 *
 * @param arguments what it must be told, by name
 * @param optional what it may be told
 * @param open whether it may be told any further values by any name
 * @param outcomes what may come of it and, by outcome, the values it yields then; {@link #FAILED}
 *     may always come and is not listed
 */
public record Service(
    String name,
    Map<String, Kind> arguments,
    Map<String, Kind> optional,
    boolean open,
    Map<String, Map<String, Kind>> outcomes) {

  /** The outcome of every service whose store is down or slow. */
  public static final String FAILED = "failed";

  public Service {
    arguments = Map.copyOf(arguments);
    optional = Map.copyOf(optional);
    outcomes = Map.copyOf(outcomes);
  }

  /** Every outcome, {@link #FAILED} included. */
  public Set<String> allOutcomes() {
    var all = new TreeSet<>(outcomes.keySet());
    all.add(FAILED);
    return all;
  }

  /** What this outcome yields; nothing for {@link #FAILED}. */
  public Map<String, Kind> values(String outcome) {
    return outcomes.getOrDefault(outcome, Map.of());
  }

  /** The kinds of everything it may be told by name. */
  public Map<String, Kind> known() {
    var all = new HashMap<>(optional);
    all.putAll(arguments);
    return all;
  }

  /** Whether an answer has a known outcome and every value that outcome promises. */
  boolean fits(Input.Told answer) {
    return allOutcomes().contains(answer.outcome())
        && values(answer.outcome()).entrySet().stream()
            .allMatch(
                promised -> {
                  Value value = answer.values().get(promised.getKey());
                  return value != null && value.kind() == promised.getValue();
                });
  }
}
