package io.voltline.bench.speed;

/** How large the centre is. */
record Size(int agents, int skills, int waiting) {
  static final Size USUAL = new Size(5_000, 200, 10_000);

  Size times(int factor) {
    return new Size(agents * factor, skills * factor, waiting * factor);
  }
}
