package io.voltline.bench.agi;

import io.voltline.bench.ServerProcess;
import io.voltline.engine.asterisk.AgiGate;
import io.voltline.engine.asterisk.Rings;
import io.voltline.engine.call.Caller;
import io.voltline.engine.call.CallerGone;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.util.ServerSocketFacade;

/**
 * A server in a process of its own: the engine's door or asterisk-java's server, with the same
 * small IVR behind it. Prints its port once it listens, and ends with its standard input.
 *
 * <p>Argument: one of {@link Server}.
 */
public final class ServerMain {

  /** {@code agi.calls} as it comes. */
  private static final int CALLS = 5_000;

  private static final int THREADS = 6_000;
  private static final Duration KEY_LIMIT = Duration.ofSeconds(5);
  private static final String PROMPT = "welcome";
  private static final String KEYS = "0123456789*#";

  private ServerMain() {}

  /** The command line. */
  public static void main(String[] arguments) throws IOException {
    int port =
        switch (Server.valueOf(arguments[0])) {
          case VOLTLINE -> voltline();
          case ASTERISK_JAVA -> asteriskJava(new Listening());
          case ASTERISK_JAVA_WIDE -> {
            var server = new Listening();
            server.setMaximumPoolSize(THREADS);
            yield asteriskJava(server);
          }
        };
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(ServerProcess.SAYS + port);
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static int voltline() throws IOException {
    return AgiGate.open(
            InetAddress.getLoopbackAddress(),
            0,
            CALLS,
            "/spool",
            ServerMain::serve,
            _ -> {},
            new Rings(),
            (_, _) -> Optional.empty(),
            _ -> false,
            InstantSource.system())
        .port();
  }

  private static void serve(Caller caller) {
    try {
      caller.answer();
      caller.play(List.of(PROMPT), KEYS);
      caller.waitForKey(KEY_LIMIT);
      caller.recall("VL_QUEUE");
      caller.done();
    } catch (CallerGone e) {
      throw new IllegalStateException("no caller hangs up here", e);
    }
  }

  private static int asteriskJava(Listening server) throws IOException {
    int port = freePort();
    server.setAddress(InetAddress.getLoopbackAddress());
    server.setPort(port);
    Thread.ofPlatform().start(server::serve);
    server.listening.join();
    return port;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Nothing of it is changed; it only tells when it listens. */
  private static final class Listening extends DefaultAgiServer {
    private final CompletableFuture<Boolean> listening = new CompletableFuture<>();

    Listening() {
      super(Listening::script);
    }

    private static void script(AgiRequest request, AgiChannel channel) throws AgiException {
      channel.answer();
      channel.streamFile("voltline/" + PROMPT, KEYS);
      channel.waitForDigit(Math.toIntExact(KEY_LIMIT.toMillis()));
      channel.getVariable("VL_QUEUE");
      channel.setVariable("VL_DONE", "1");
    }

    @Override
    protected ServerSocketFacade createServerSocket() throws IOException {
      ServerSocketFacade socket = super.createServerSocket();
      listening.complete(true);
      return socket;
    }

    private void serve() {
      try {
        startup();
      } catch (IOException e) {
        listening.completeExceptionally(e);
        throw new UncheckedIOException(e);
      }
    }
  }
}
