package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.Decision;

/**
 * Keeps why each agent was or was not chosen. Called on the dispatcher's own thread: hands over and
 * returns at once.
 */
public interface DecisionLog {
  void decided(CallId call, Decision decision);
}
