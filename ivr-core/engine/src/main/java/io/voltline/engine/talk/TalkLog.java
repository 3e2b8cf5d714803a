package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.EndReason;
import java.time.Instant;
import java.util.Optional;

/** The lasting record of what the desk did with talks. Must not block. */
public interface TalkLog {

  /**
   * One part of a talk.
   *
   * @param by who asked for it
   * @param target whom it was about, if anybody else
   */
  record Part(CallId call, PartKind kind, AgentNo by, Optional<Target> target, Instant beganAt) {}

  /** Returns a number by which the part is known to {@link #answered} and {@link #ended}. */
  long began(Part part);

  void answered(CallId call, long part, Instant at);

  void ended(CallId call, long part, PartEnd end, Instant at);

  /** A desk calls somebody. */
  void calledOut(CallId call, AgentNo by, Target target, Instant at);

  /** Whoever was called answered. */
  void outAnswered(CallId call, AgentNo by, Instant at);

  /** A call that a desk made is over: TALK_ENDED or NOT_REACHED. */
  void outEnded(CallId call, EndReason reason, Instant at);

  /** Somebody with a right that others lack used it, and it took effect. */
  void audited(AuditTrail.Act act);
}
