package io.voltline.bench.pop;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The least a WebSocket server can be: no routes, no accounts, no JSON to write. */
final class NettyDesks implements Desks {
  /** As many as the engine's web server has. */
  private static final int LOOPS = 2;

  private static final int BACKLOG = 1_024;
  private static final int REQUEST_BYTES = 8_192;

  private final Map<String, Channel> agents = new ConcurrentHashMap<>();
  private final Map<String, Channel> supervisors = new ConcurrentHashMap<>();
  private final byte[][] pop;
  private final byte[] wall;
  private final int port;

  private NettyDesks(Samples samples) {
    this.pop = samples.popAround(Moments.call(0).value(), Floor.agentNo(Floor.agentFor(0)));
    this.wall = samples.wall().getBytes(StandardCharsets.UTF_8);
    var listening =
        new ServerBootstrap()
            .group(new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory()))
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Initializer())
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
    this.port = ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /**
   * Listens.
   *
   * @param samples what it sends; the pop is that of call 0
   */
  static NettyDesks open(Samples samples) {
    return new NettyDesks(samples);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public int connected() {
    return agents.size() + supervisors.size();
  }

  @Override
  public void pop(int call) {
    String agentNo = Floor.agentNo(Floor.agentFor(call));
    Channel desk = agents.get(agentNo);
    if (desk != null) {
      send(
          desk,
          Unpooled.wrappedBuffer(
              pop[0], ascii(Moments.call(call).value()), pop[1], ascii(agentNo), pop[2]));
    }
  }

  @Override
  public void wall() {
    supervisors.values().forEach(desk -> send(desk, Unpooled.wrappedBuffer(wall)));
  }

  @Override
  public long closedAsSlow() {
    return 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void send(Channel desk, ByteBuf text) {
    var _ = desk.writeAndFlush(new TextWebSocketFrame(text));
  }

  private final class Initializer extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(
              new HttpServerCodec(),
              new HttpObjectAggregator(REQUEST_BYTES),
              new WebSocketServerProtocolHandler(DeskSide.PATH),
              new Welcome());
    }
  }

  /** The first message says who it is. */
  private final class Welcome extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame first) {
      String no = Floor.no(JsonMapper.shared().readTree(first.text()).at("/token").asString());
      (Floor.supervises(no) ? supervisors : agents).put(no, context.channel());
    }
  }
}
