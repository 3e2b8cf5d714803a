package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.Optional;

/** The screen-pop goes with the call. */
@FunctionalInterface
public interface PassingOn {

  /**
   * Shows what {@code from} has on the screen of this call to {@code to}, who is rung for it. Must
   * not block.
   *
   * @param notes what there is to say
   */
  void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes);
}
