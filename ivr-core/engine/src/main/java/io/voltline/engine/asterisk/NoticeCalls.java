package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.notice.RecordingPhone;
import java.time.Duration;
import java.util.Map;
import org.asteriskjava.manager.action.OriginateAction;

/** How somebody is called who records an announcement; what they hear is the dialplan's. */
final class NoticeCalls {
  private static final Duration RINGS = Duration.ofSeconds(30);

  private NoticeCalls() {}

  static OriginateAction ring(
      AgentNo phone, RecordingPhone.Take take, String file, Duration longest) {
    var call = new OriginateAction();
    call.setChannel("PJSIP/" + phone);
    call.setContext("notice-record");
    call.setExten("s");
    call.setPriority(1);
    call.setCallerId("95598");
    call.setTimeout(RINGS.toMillis());
    call.setAsync(true);
    call.setVariables(
        Map.of(
            "VL_NOTICE", take.notice().value(),
            "VL_LANGUAGE", take.language().code(),
            "VL_TAKE", take.name(),
            "VL_BY", take.by().value(),
            "VL_FILE", file,
            "VL_SECONDS", Long.toString(longest.toSeconds())));
    return call;
  }
}
