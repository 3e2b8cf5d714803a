package io.voltline.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server in a process of its own and the way to it: it says its port once it listens, answers
 * questions of a line each, and ends with its standard input.
 */
public final class ServerProcess implements AutoCloseable {

  /** Begins a line that is for us; whatever else a server says is its log. */
  public static final String SAYS = "> ";

  private final Process process;
  private final BufferedReader output;
  private final int port;

  private ServerProcess(Process process, String what, File log) throws IOException {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    try {
      this.port = Integer.parseInt(said());
    } catch (IOException e) {
      process.destroy();
      throw new IOException(what + " does not listen (see " + log + ")", e);
    }
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param main of the server
   * @param arguments of the same
   * @param jvm options of its machine
   * @param log where what it complains of goes, behind what is there
   */
  public static ServerProcess start(
      Class<?> main, List<String> arguments, List<String> jvm, File log) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
    return new ServerProcess(process, String.join(" ", arguments), log);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Has the server do something and waits for what it says to it; throws when it has ended. */
  public String ask(String question) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(question).append('\n').flush();
    return said();
  }

  private String said() throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith(SAYS)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the server has ended");
    }
    return line.substring(SAYS.length());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
