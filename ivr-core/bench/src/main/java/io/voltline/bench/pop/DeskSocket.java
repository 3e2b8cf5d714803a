package io.voltline.bench.pop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketClientCompressionHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Consumer;

/** One desk's connection. As a browser, it offers to have messages compressed. */
final class DeskSocket extends ChannelInitializer<Channel> {
  private static final int ANSWER_BYTES = 8_192;
  private static final int MESSAGE_BYTES = 8 * 1024 * 1024;

  private final URI server;
  private final String no;
  private final Consumer<TextWebSocketFrame> reads;
  private final boolean readsAll;

  /**
   * A desk that reads all it is sent.
   *
   * @param reads what is done with a message, on the loop's thread
   */
  DeskSocket(InetSocketAddress server, String no, Consumer<TextWebSocketFrame> reads) {
    this(server, no, reads, true);
  }

  private DeskSocket(
      InetSocketAddress server, String no, Consumer<TextWebSocketFrame> reads, boolean readsAll) {
    this.server =
        URI.create(
            "ws://%s:%d%s".formatted(server.getHostString(), server.getPort(), DeskSide.PATH));
    this.no = no;
    this.reads = reads;
    this.readsAll = readsAll;
  }

  /** A desk that reads nothing once it is let in. */
  static DeskSocket slow(InetSocketAddress server, String no) {
    return new DeskSocket(server, no, _ -> {}, false);
  }

  @Override
  protected void initChannel(Channel channel) {
    var config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(server)
            .allowExtensions(true)
            .maxFramePayloadLength(MESSAGE_BYTES)
            .build();
    channel
        .pipeline()
        .addLast(
            new HttpClientCodec(),
            new HttpObjectAggregator(ANSWER_BYTES),
            new WebSocketClientCompressionHandler(MESSAGE_BYTES),
            new WebSocketClientProtocolHandler(config),
            new WebSocketFrameAggregator(MESSAGE_BYTES),
            new Reader());
  }

  private final class Reader extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        String first =
            "{\"token\":\"%s\",\"floor\":%b}".formatted(Floor.token(no), Floor.supervises(no));
        var _ = context.writeAndFlush(new TextWebSocketFrame(first));
        context.channel().config().setAutoRead(readsAll);
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame message) {
      reads.accept(message);
    }
  }
}
