package io.voltline.bench.pop;

import io.voltline.bench.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A server of desks in a process of its own; ends with its standard input. It is told, a line each:
 * {@code connected}, {@code slow}, {@code run} and a {@link Schedule}.
 *
 * <p>Arguments: one of {@link Server}, a folder: Voltline's to write to, Netty's with what Voltline
 * sent.
 */
public final class ServerMain {
  private static final String RUN = "run ";

  private ServerMain() {}

  /** The command line. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // A thread that dies must not leave the others waiting.
    Thread.setDefaultUncaughtExceptionHandler(ServerMain::giveUp);
    Path folder = Path.of(arguments[1]);
    Desks desks =
        switch (Server.valueOf(arguments[0])) {
          case VOLTLINE -> VoltlineDesks.open(folder);
          case NETTY -> NettyDesks.open(Samples.read(folder));
        };
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(ServerProcess.SAYS + desks.port());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String told = in.readLine(); told != null; told = in.readLine()) {
      out.println(ServerProcess.SAYS + answer(told, desks));
    }
    System.exit(0);
  }

  private static void giveUp(Thread thread, Throwable why) {
    why.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  private static String answer(String told, Desks desks) throws InterruptedException {
    if (told.startsWith(RUN)) {
      Pacer.run(Schedule.parse(told.substring(RUN.length())), desks);
      return "done";
    }
    return switch (told) {
      case "connected" -> Integer.toString(desks.connected());
      case "slow" -> Long.toString(desks.closedAsSlow());
      default -> throw new IllegalArgumentException("nothing to do for '" + told + "'");
    };
  }
}
