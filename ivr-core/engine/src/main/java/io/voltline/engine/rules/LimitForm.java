package io.voltline.engine.rules;

import io.voltline.domain.routing.RoutingProfile;
import java.util.Map;

/**
 * Limits on all agents.
 *
 * @param mostResting agents on a short break or at a meal at once, 0 to 100,000
 * @param mostWrapUpSeconds longest after-call work an agent may ask for, 0 to 86,400
 */
public record LimitForm(int mostResting, double mostWrapUpSeconds) {
  private static final long DAY = 86_400;

  /** Those that routing goes by. */
  public static LimitForm of(RoutingProfile profile) {
    return new LimitForm(profile.mostResting(), Seconds.of(profile.mostWrapUpMillis()));
  }

  long mostWrapUpMillis() throws BadRule {
    return Seconds.millis("most-wrap-up", mostWrapUpSeconds, DAY);
  }

  /** Field by field, as it is kept with a change. */
  public Map<String, Object> facts() {
    return Map.of(
        "mostResting", String.valueOf(mostResting), "mostWrapUp", Seconds.told(mostWrapUpSeconds));
  }
}
