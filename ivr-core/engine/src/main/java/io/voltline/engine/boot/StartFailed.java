package io.voltline.engine.boot;

/** A part did not start; those before it are stopped again. The message names the part. */
final class StartFailed extends Exception {
  private static final long serialVersionUID = 1L;

  StartFailed(String message) {
    super(message);
  }

  StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
