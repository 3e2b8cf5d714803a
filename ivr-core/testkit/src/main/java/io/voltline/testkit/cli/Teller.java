package io.voltline.testkit.cli;

import java.io.PrintWriter;

/** Tells what happens, a line each, with the seconds since the call began. */
final class Teller {
  private final PrintWriter out;
  private final long began = System.nanoTime();

  Teller(PrintWriter out) {
    this.out = out;
  }

  synchronized void tell(String news) {
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf("%6.1f s  %s%n", seconds, news);
    out.flush();
  }
}
