package io.voltline.engine.dispatch.journal;

/** A journal can't be replayed; the message is one line that says why, and where. */
public final class BadJournal extends Exception {
  private static final long serialVersionUID = 1L;

  BadJournal(String message) {
    super(message);
  }
}
