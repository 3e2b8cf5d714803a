package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import java.util.Optional;

/** The screen-pop goes with the call. Must not block. */
public interface PassingOn {

  /**
   * Shows what {@code from} has on the screen of this call to {@code to}, who is rung for it.
   *
   * @param notes what there is to say
   */
  void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes);

  /**
   * Shows what {@code from} has on the screen of this call to a supervisor who comes into it.
   *
   * @param kind MONITOR, WHISPER, BARGE or INTERCEPT
   */
  void watched(CallId call, AgentNo from, AgentNo supervisor, PartKind kind);

  /** A supervisor's phone is in this talk. */
  void joined(CallId call, AgentNo supervisor);

  /** A phone is off this call; the pop of a supervisor goes with it. */
  void left(CallId call, AgentNo desk);
}
