package io.voltline.engine.call;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.kernel.CallId;
import java.util.Optional;

/** Call-backs, as calls tell of them. Every method may block; none throws. */
public interface CallBacks {

  /** How the line that stood in for a customer ended. */
  enum End {
    /** Customer and agent talked. */
    REACHED,
    /** An agent was there, the customer did not answer. */
    MISSED,
    /** No agent came to it: the customer was not dialled. */
    NOT_TRIED
  }

  /** The line that stood in for this call-back is no more. */
  void ended(long callBack, End end);

  /** Whether somebody at this number is owed a call. */
  boolean owed(String number);

  /**
   * A caller comes to wait. Whoever is owed a call takes over the place of the line that stands in,
   * which goes.
   *
   * @param wanted the place the caller would have otherwise
   * @return the place to wait in; empty when nothing is owed, or nobody knows
   */
  Optional<PlaceInLine> join(CallId call, String number, PlaceInLine wanted);

  /** The caller left without having talked to anybody; a call-back that was joined goes on. */
  void left(CallId call);

  /** The caller talked to an agent: nobody needs to call them back any more. */
  void served(CallId call, String number);
}
