package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;

/** Asks callers how the talk was. */
@FunctionalInterface
public interface Surveys {

  /**
   * A talk that is over.
   *
   * @param number the caller's, as the trunk gave it; empty text when withheld
   */
  record Talk(CallId call, String number, AgentNo agent, Language language) {}

  /** The caller was not asked on the phone. Returns at once and never throws. */
  void notAsked(Talk talk);
}
