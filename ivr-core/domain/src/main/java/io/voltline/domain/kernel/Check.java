package io.voltline.domain.kernel;

/** Assertions that are always on: what they name can only be broken by a mistake in the code. */
public final class Check {
  private Check() {}

  /** Thrown when something that holds by design does not. */
  public static final class Broken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Broken(String invariant) {
      super("broken: " + invariant);
    }
  }

  /**
   * Demands an invariant.
   *
   * @param invariant what holds, in words
   */
  public static void that(boolean holds, String invariant) {
    if (!holds) {
      throw new Broken(invariant);
    }
  }
}
