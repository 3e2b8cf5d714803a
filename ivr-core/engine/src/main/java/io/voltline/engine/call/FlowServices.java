package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Input;

/** Answers what a flow asks of the house. */
@FunctionalInterface
public interface FlowServices {

  /**
   * The answer; {@link Input.Told#failed} when the store behind it is down or slower than 3 s,
   * never an exception.
   */
  Input.Told consult(FlowCall call, Action.Consult ask);
}
