package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.NoticeId;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.notice.Takes;
import java.util.Locale;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody on the phone keeps the announcement they recorded; {@code VL_KEPT} tells the dialplan
 * whether callers will hear it.
 */
final class NoticeScript implements AgiScript {
  private static final Logger log = LoggerFactory.getLogger(NoticeScript.class);

  private final Takes takes;

  NoticeScript(Takes takes) {
    this.takes = takes;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) throws AgiException {
    boolean kept;
    try {
      kept = takes.kept(take(channel));
    } catch (IllegalArgumentException e) {
      log.error("the dialplan does not say which notice was recorded: {}", e.getMessage());
      kept = false;
    }
    channel.setVariable("VL_KEPT", kept ? "1" : "0");
  }

  private static RecordingPhone.Take take(AgiChannel channel) throws AgiException {
    return new RecordingPhone.Take(
        new NoticeId(text(channel.getVariable("VL_NOTICE"))),
        Language.valueOf(text(channel.getVariable("VL_LANGUAGE")).toUpperCase(Locale.ROOT)),
        text(channel.getVariable("VL_TAKE")),
        new AgentNo(text(channel.getVariable("VL_BY"))));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
