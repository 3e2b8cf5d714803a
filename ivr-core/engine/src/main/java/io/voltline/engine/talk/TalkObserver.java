package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import java.util.Optional;

/** The desks, as talks tell them what happens. Must not block. */
public interface TalkObserver {

  /** Told to those of the house who are in the talk, and to whoever just left it. */
  void changed(TalkView talk, TalkChange change, AgentNo by);

  /**
   * Somebody is rung for a call that another desk has on the screen.
   *
   * @param notes what the other has to say
   */
  void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes);

  /**
   * A supervisor's phone is rung for an agent's talk, or comes into it without a ring.
   *
   * @param kind MONITOR, WHISPER, BARGE or INTERCEPT
   */
  void comes(CallId call, AgentNo supervisor, AgentNo agent, PartKind kind);

  /** An agent asks for help. */
  void helpAsked(CallId call, AgentNo by);

  /**
   * A supervisor is on a call, or no more.
   *
   * @param kind MONITOR, WHISPER, BARGE or INTERCEPT
   */
  void supervised(CallId call, AgentNo supervisor, AgentNo agent, PartKind kind, boolean on);
}
