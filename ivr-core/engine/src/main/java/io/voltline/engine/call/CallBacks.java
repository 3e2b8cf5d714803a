package io.voltline.engine.call;

/** Call-backs, as calls tell of them. Both methods may block; neither throws. */
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

  /** A caller talked to an agent: nobody needs to call them back any more. */
  void served(String number);
}
