package io.voltline.bench.pop;

/**
 * What the desks are shown, besides a wall a second.
 *
 * @param perSecond pops
 * @param slowDesks further desks that are to show the wall and read nothing
 */
record Load(int perSecond, int slowDesks) {
  static final Load USUAL = new Load(100, 0);
  static final Load BUSY = new Load(500, 0);
  static final Load BESIDE_SLOW = new Load(500, 2);

  @Override
  public String toString() {
    return perSecond
        + " a second"
        + (slowDesks == 0 ? "" : ", " + slowDesks + " desks do not read");
  }
}
