package io.voltline.engine.asterisk;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxTry;
import java.nio.file.Path;
import java.util.Map;
import org.asteriskjava.manager.action.OriginateAction;

/**
 * How a fax is sent: a pair of halves, of which the first only waits and the second dials; all else
 * is the dialplan's.
 */
final class FaxCalls {
  /** Longer than the dialplan lets a fax last. */
  private static final int LONGEST_SECONDS = 2_000;

  private FaxCalls() {}

  static OriginateAction send(FaxTry tried, PhoneNumber number, Path document) {
    var call = new OriginateAction();
    call.setChannel("Local/" + tried + "@fax-out/n");
    // The switch takes no second channel of the same id, so that no try is made twice.
    call.setChannelId(tried.line().value());
    // Left to itself the switch would put a semicolon into the other half's id.
    call.setOtherChannelId(tried.line() + "-out");
    call.setApplication("Wait");
    call.setData(Integer.toString(LONGEST_SECONDS));
    call.setAsync(true);
    call.setVariables(Map.of("VL_NUMBER", number.value(), "VL_DOCUMENT", document.toString()));
    return call;
  }
}
