package io.voltline.testkit.cli;

/** The call did not go as the script asks; the message says in one line what went otherwise. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  CallFailed(String message) {
    super(message);
  }
}
