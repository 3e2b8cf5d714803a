package io.voltline.bench.pop;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufInputStream;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desks of a whole centre. An agent's decodes each message to a tree of JSON; a supervisor's
 * only takes the wall in: the twenty pages that decode it are twenty machines.
 */
final class DeskSide implements AutoCloseable {
  static final String PATH = "/api/v1/events";

  /** Of a desk that does not read, so that little is under way to it. */
  private static final int SMALL_BYTES = 16 * 1024;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final EventLoopGroup agents = loop();
  private final EventLoopGroup supervisors = loop();
  private final CompletableFuture<String> pop = new CompletableFuture<>();
  private final CompletableFuture<String> wall = new CompletableFuture<>();
  private final InetSocketAddress server;
  private volatile Arrivals arrivals = new Arrivals(new Schedule(0, 1, 0, 0));

  DeskSide(int port) {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static EventLoopGroup loop() {
    return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  /** Connects every desk; a server may let them in a little later. */
  void connect() {
    all(Floor.AGENTS, agent -> connect(Floor.agentNo(agent)));
    all(Floor.SUPERVISORS, number -> connect(Floor.supervisorNo(number)));
  }

  private ChannelFuture connect(String no) {
    return Floor.supervises(no)
        ? bootstrap(supervisors).handler(new DeskSocket(server, no, this::wall)).connect(server)
        : bootstrap(agents)
            .handler(new DeskSocket(server, no, message -> agent(no, message)))
            .connect(server);
  }

  /** Connects further desks that are to show the wall and read nothing. */
  void connectSlow(int desks) {
    all(
        desks,
        number ->
            bootstrap(supervisors)
                .option(ChannelOption.SO_RCVBUF, SMALL_BYTES)
                .handler(DeskSocket.slow(server, Floor.supervisorNo(Floor.SUPERVISORS + number)))
                .connect(server));
  }

  private static Bootstrap bootstrap(EventLoopGroup loop) {
    return new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true);
  }

  private static void all(int desks, IntFunction<ChannelFuture> connect) {
    List<ChannelFuture> all = IntStream.range(0, desks).mapToObj(connect).toList();
    all.forEach(ChannelFuture::syncUninterruptibly);
  }

  /** What comes from now on is of this schedule. */
  Arrivals expect(Schedule schedule) {
    var next = new Arrivals(schedule);
    arrivals = next;
    return next;
  }

  /** The pop of call 0 and the first wall; throws IllegalStateException before they have come. */
  Samples samples() {
    return new Samples(pop.resultNow(), wall.resultNow());
  }

  private void agent(String no, TextWebSocketFrame message) {
    var json = JSON.readTree((InputStream) new ByteBufInputStream(message.content().duplicate()));
    long now = System.nanoTime();
    if (json.at("/type").asString().equals("call.offered")) {
      String call = json.at("/callId").asString();
      arrivals.pop(call, json.at("/agentNo").asString(), no, now);
      if (call.equals(Moments.call(0).value())) {
        pop.complete(message.text());
      }
    }
  }

  private void wall(TextWebSocketFrame message) {
    arrivals.wall();
    if (!wall.isDone()) {
      wall.complete(message.text());
    }
  }

  @Override
  public void close() {
    agents.shutdownGracefully().syncUninterruptibly();
    supervisors.shutdownGracefully().syncUninterruptibly();
  }
}
