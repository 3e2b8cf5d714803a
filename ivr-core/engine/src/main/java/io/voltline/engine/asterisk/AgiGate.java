package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.call.Caller;
import io.voltline.engine.notice.Takes;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;

/**
 * The door through which the switch brings callers, {@code agi://engine/inbound}, customers who
 * were called back and whom the agent left, {@code agi://engine/called-back}, and announcements
 * that were recorded by phone, {@code agi://engine/notice}.
 */
public final class AgiGate implements AutoCloseable {
  private static final String INBOUND = "inbound";
  private static final String CALLED_BACK = "called-back";
  private static final String NOTICE = "notice";

  /** The call a customer who was called back goes on with. */
  private static final String STOOD_IN = "VL_STOOD_IN";

  /** How long the switch may take to say what it wants; it does so within a millisecond. */
  static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

  private final AgiServerSocket socket;
  private final AgiServer server;
  private final Thread acceptor;

  private AgiGate(AgiServerSocket socket, AgiServer server) {
    this.socket = socket;
    this.server = server;
    this.acceptor = Thread.ofPlatform().name("agi-accept").start(server::serve);
  }

  /**
   * Opens the door.
   *
   * @param port 0 for any
   * @param limit most calls at once
   * @param spool the folder the switch writes raw recordings to, as the switch names it
   * @param calls lives through a call, on its own thread, until it is over
   * @param calledBack leads somebody on who was called back, likewise
   * @param numbers the sound of an agent's number, to be played like a prompt's id
   * @param takes is told of announcements to be kept
   * @throws IOException when the port is taken
   */
  public static AgiGate open(
      InetAddress address,
      int port,
      int limit,
      String spool,
      Consumer<Caller> calls,
      Consumer<Caller> calledBack,
      Rings rings,
      BiFunction<AgentNo, Language, Optional<String>> numbers,
      Takes takes,
      InstantSource clock)
      throws IOException {
    AgiScript inbound =
        (request, channel) ->
            calls.accept(new AgiCaller(request, channel, spool, rings, numbers, clock.instant()));
    AgiScript goesOn =
        (request, channel) -> {
          var call = new CallId(Objects.requireNonNullElse(channel.getVariable(STOOD_IN), ""));
          calledBack.accept(
              new AgiCaller(call, request, channel, spool, rings, numbers, clock.instant()));
        };
    var socket = new AgiServerSocket(address, port, limit, REQUEST_LIMIT);
    var notice = new NoticeScript(takes);
    var scripts = Map.of(INBOUND, inbound, CALLED_BACK, goesOn, NOTICE, notice);
    var server = new AgiServer(socket, (request, channel) -> script(request, scripts));
    return new AgiGate(socket, server);
  }

  @SuppressWarnings("NullAway") // null is its word for no script; it tells its log and the switch
  private static AgiScript script(AgiRequest request, Map<String, AgiScript> scripts) {
    return scripts.get(String.valueOf(request.getScript()));
  }

  /** Whether calls are accepted. */
  public boolean listening() {
    return acceptor.isAlive();
  }

  public int port() {
    return socket.port();
  }

  /** How many connections there are, calls or not. */
  public int connections() {
    return socket.connections();
  }

  /** Takes no more calls; those there are live on. */
  @Override
  public void close() {
    server.shutdown();
    try {
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
