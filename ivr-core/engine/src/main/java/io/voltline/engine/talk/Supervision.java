package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A talk that a supervisor's own phone is in.
 *
 * @param agent on whose talk
 * @param kind MONITOR, WHISPER, BARGE or INTERCEPT
 */
public record Supervision(CallId call, AgentNo agent, PartKind kind) {
  /** The variable by which the supervisor's own channel says so to an engine that just started. */
  static final String FACT = "VL_SUPERVISES";

  private static final Pattern TEXT =
      Pattern.compile("(MONITOR|WHISPER|BARGE|INTERCEPT) ([0-9]{4}) (\\S+)");

  /** Without a comma, at which AMI would cut it. */
  String text() {
    return kind + " " + agent + " " + call;
  }

  /** The opposite; empty for any other text. */
  static Optional<Supervision> parse(String text) {
    Matcher is = TEXT.matcher(text);
    return is.matches()
        ? Optional.of(
            new Supervision(
                new CallId(is.group(3)), new AgentNo(is.group(2)), PartKind.valueOf(is.group(1))))
        : Optional.empty();
  }
}
