package io.voltline.engine.talk;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.RingResult;

/** What the switch tells of channels, in the order in which it happens. Must not block. */
public interface TalkFacts {

  /**
   * A channel rings another.
   *
   * @param by id of the one who asked for it
   */
  void dialled(String by, Leg leg);

  /** The other answered, or rings no more: {@link RingResult#TALKED} or why not. */
  void dialEnded(String by, Leg leg, RingResult result);

  /** A channel is off the hook. */
  void up(Leg leg);

  /** A channel is among those who hear each other in this call. */
  void joined(Leg leg, CallId call);

  /** A phone was found where only a desk puts it, or rung to be put there, when all were listed. */
  void found(Leg leg);

  /**
   * A channel has taken the place of another of the same phone.
   *
   * @param was id of the other, of whose end nothing is told
   */
  void replaced(String was, Leg now);

  /** A channel that has taken the place of another is where that was, which now is no more. */
  void inPlace(Leg leg);

  /** A channel is no more. */
  void gone(Leg leg);
}
