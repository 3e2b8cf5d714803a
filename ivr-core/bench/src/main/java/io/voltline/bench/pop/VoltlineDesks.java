package io.voltline.bench.pop;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.SignedIn;
import io.voltline.engine.web.EventHub;
import io.voltline.engine.web.WebServer;
import io.voltline.engine.web.WebSettings;
import io.voltline.testkit.fake.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** The engine's own web server and hub of events, with accounts that need no database. */
final class VoltlineDesks implements Desks {
  private final EventHub hub = new EventHub();
  private final Moments moments = new Moments();
  private final int port;

  private VoltlineDesks(int port) {
    this.port = port;
  }

  /**
   * Listens.
   *
   * @param folder for the certificate that a web server has
   */
  static VoltlineDesks open(Path folder) throws IOException {
    Path certificate = folder.resolve("cert.pem");
    Path key = folder.resolve("key.pem");
    TestCertificate.write(certificate, key);
    var desks = new VoltlineDesks(freePort());
    var settings =
        new WebSettings(
            InetAddress.getLoopbackAddress().getHostAddress(),
            desks.port,
            freePort(),
            certificate,
            key,
            folder,
            0,
            "",
            0);
    WebServer.start(settings, new Tokens(), _ -> {}, desks.hub, List.of(), () -> "");
    return desks;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public int connected() {
    return hub.connected();
  }

  @Override
  public void pop(int call) {
    var event = moments.offered(call);
    hub.toAgent(event.agent(), event);
  }

  @Override
  public void wall() {
    hub.toFloorWatchers(moments.wall());
  }

  @Override
  public long closedAsSlow() {
    return hub.tooSlow();
  }

  /** Everybody is in the book; the token says who it is. */
  private static final class Tokens implements SignIn {
    @Override
    public Account authenticate(String token) {
      return Moments.account(Floor.no(token));
    }

    @Override
    public SignedIn signIn(String agentNo, String password, String address) {
      throw notHere();
    }

    @Override
    public SignedIn current(String token) {
      throw notHere();
    }

    @Override
    public void signOut(AgentNo agent) {
      throw notHere();
    }

    @Override
    public void signOut(String token) {
      throw notHere();
    }

    private static UnsupportedOperationException notHere() {
      return new UnsupportedOperationException("desks only connect here");
    }
  }
}
