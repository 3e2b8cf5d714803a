package io.voltline.engine.call;

/** The caller hung up; the thread of the call unwinds with it. */
public final class CallerGone extends Exception {
  private static final long serialVersionUID = 1L;

  public CallerGone(String message) {
    super(message);
  }
}
