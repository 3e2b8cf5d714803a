package io.voltline.bench.agi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link ServerMain} and the way to it. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param jvm options of its machine
   * @param log where what it complains of goes, behind what is there
   */
  static ServerProcess start(Server server, List<String> jvm, File log) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName(),
            server.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
    String port =
        Optional.ofNullable(process.inputReader().readLine())
            .orElseThrow(() -> new IOException(server + " does not listen (see " + log + ")"));
    return new ServerProcess(process, Integer.parseInt(port));
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
