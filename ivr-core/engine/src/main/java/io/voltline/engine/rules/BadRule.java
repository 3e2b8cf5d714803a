package io.voltline.engine.rules;

/** A rule that routing could not go by. */
public final class BadRule extends Exception {
  private static final long serialVersionUID = 1L;
  private final String place;

  BadRule(String place, String problem) {
    super(problem);
    this.place = place;
  }

  /** What is wrong, such as {@code queues.fault.promise}. */
  public String place() {
    return place;
  }

  /** The same, said of something that holds it. */
  BadRule in(String outer) {
    return new BadRule(outer + "." + place, String.valueOf(getMessage()));
  }
}
