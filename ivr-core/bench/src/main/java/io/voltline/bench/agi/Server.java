package io.voltline.bench.agi;

/** Who serves. */
enum Server {
  VOLTLINE("Voltline"),
  /** As it comes: at most 500 sessions. */
  ASTERISK_JAVA("asterisk-java"),
  /** With as many threads allowed as sessions may come. */
  ASTERISK_JAVA_WIDE("asterisk-java (6,000 threads)");

  private final String title;

  Server(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
