package io.voltline.bench.pop;

/** Who serves the desks. */
enum Server {
  VOLTLINE("Voltline"),
  /** Sends what Voltline sent, bytes made beforehand. */
  NETTY("bare Netty");

  private final String title;

  Server(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
