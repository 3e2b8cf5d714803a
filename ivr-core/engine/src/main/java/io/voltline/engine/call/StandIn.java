package io.voltline.engine.call;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line that stands in a queue for a customer who is to be called back, in the place that customer
 * would have by waiting on. For routing it is a caller like any other.
 *
 * @param callBack which call-back it is for, above 0
 * @param number of the customer
 * @param place where the customer stands
 * @param until when the customer may be dialled
 * @param path names of the flow's nodes that led the customer there, oldest first
 */
public record StandIn(
    long callBack,
    PhoneNumber number,
    PlaceInLine place,
    Instant until,
    Language language,
    List<String> path,
    CallerDirectory.Known customer) {
  private static final String CALL_BACK = "VL_CALLBACK";

  /** What its channel is to carry, in the order in which it is to be written. */
  public Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    variables.put(CALL_BACK, Long.toString(callBack));
    variables.put("VL_NUMBER", number.value());
    variables.put("VL_UNTIL", Long.toString(until.getEpochSecond()));
    variables.putAll(
        new Place(
                place.queue(),
                place.demand(),
                place.priority(),
                place.since(),
                language,
                customer,
                path)
            .variables());
    return variables;
  }

  /** Which call-back this channel stands in for; empty for a caller's own. */
  static Optional<Long> of(Caller channel) throws CallerGone {
    return channel.recall(CALL_BACK).map(Long::valueOf);
  }

  /** Whether the customer was reached over this channel, which may be over. */
  static boolean reached(Caller channel) {
    try {
      return channel.recall("VL_REACHED").isPresent();
    } catch (CallerGone gone) {
      return false;
    }
  }
}
