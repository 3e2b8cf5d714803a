package io.voltline.domain.routing;

/** A figure is not within its range, or contradicts another. */
public final class OutOfRange extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String figure;

  OutOfRange(String figure, String problem) {
    super(problem);
    this.figure = figure;
  }

  /** The figure's name as the settings write it, such as {@code min-ring}. */
  public String figure() {
    return figure;
  }

  static void unless(String figure, long value, long from, long to) {
    if (value < from || value > to) {
      throw new OutOfRange(figure, value + " is not within " + from + " to " + to);
    }
  }
}
