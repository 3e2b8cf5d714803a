package io.voltline.engine.call.flow;

/**
 * A mistake in a file, with its place.
 *
 * @param file the file's name without its folder
 * @param line from 1; 0 when the mistake is no single line's
 * @param node the flow's node; empty text when it is no single node's
 * @param message what is wrong
 */
public record FlowProblem(String file, int line, String node, String message) {

  /** One line, as a compiler would say it. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (node.isEmpty() ? "" : "node '" + node + "': ") + message;
  }
}
