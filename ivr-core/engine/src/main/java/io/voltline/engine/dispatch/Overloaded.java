package io.voltline.engine.dispatch;

/** The dispatcher's mailbox takes no new work now; nothing was done. */
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Overloaded(String what) {
    super(what);
  }
}
