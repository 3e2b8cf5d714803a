package io.voltline.domain.simulation;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads recorded calls, one a line: {@code arrival millis,queue,demand,priority,hold seconds,
 * patience seconds}. The last two may be empty or missing; empty lines and those that begin with #
 * are passed over.
 */
public final class TraceReader {
  private TraceReader() {}

  /** The calls; a line that is wrong is refused with an IllegalArgumentException that names it. */
  public static List<Arrivals.Recorded> read(List<String> lines) {
    List<Arrivals.Recorded> calls = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        try {
          calls.add(call(lines.get(i), calls.isEmpty() ? 0 : calls.getLast().atMillis()));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
        }
      }
    }
    return calls;
  }

  private static Arrivals.Recorded call(String line, long notBefore) {
    String[] fields = line.split(",", -1);
    if (fields.length < 4 || fields.length > 6) {
      throw new IllegalArgumentException("has " + fields.length + " fields, not 4 to 6");
    }
    long at = (long) number(fields[0], "arrival");
    if (at < notBefore) {
      throw new IllegalArgumentException("comes before the call above it");
    }
    return new Arrivals.Recorded(
        at,
        new CallClass(
            new QueueId(fields[1].strip()),
            Demand.parse(fields[2].strip()),
            (int) number(fields[3], "priority")),
        seconds(fields, 4, "hold"),
        seconds(fields, 5, "patience"));
  }

  private static OptionalLong seconds(String[] fields, int i, String name) {
    return i >= fields.length || fields[i].isBlank()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(1_000 * number(fields[i], name)));
  }

  private static double number(String text, String name) {
    try {
      double number = Double.parseDouble(text.strip());
      if (number >= 0 && number < 1e15) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no number: '" + text.strip() + "'", e);
    }
    throw new IllegalArgumentException(name + " is out of range: '" + text.strip() + "'");
  }
}
