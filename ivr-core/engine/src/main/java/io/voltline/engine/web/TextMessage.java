package io.voltline.engine.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text for many sockets. A long one, such as the wall, is encoded once for all of them and goes
 * out in parts; Vert.x by itself would encode it for each anew.
 */
final class TextMessage {
  private static final int PART = 64 * 1024;

  private final String text;
  private final List<Buffer> parts;

  TextMessage(String text) {
    this.text = text;
    this.parts = text.length() > PART ? parts(Buffer.buffer(text)) : List.of();
  }

  private static List<Buffer> parts(Buffer all) {
    return IntStream.iterate(0, from -> from < all.length(), from -> from + PART)
        .mapToObj(from -> all.slice(from, Math.min(from + PART, all.length())))
        .toList();
  }

  /** In characters. */
  int length() {
    return text.length();
  }

  /** Not to be called for one socket by two threads at once: parts of two messages would mix. */
  Future<Void> writeTo(ServerWebSocket socket) {
    if (parts.isEmpty()) {
      return socket.writeTextMessage(text);
    }
    // Vert.x makes no text frame of bytes, but continues one with them. A frame is read up by being
    // sent.
    var _ = socket.writeFrame(WebSocketFrame.textFrame("", false));
    parts
        .subList(0, parts.size() - 1)
        .forEach(part -> socket.writeFrame(WebSocketFrame.continuationFrame(part, false)));
    return socket.writeFrame(WebSocketFrame.continuationFrame(parts.getLast(), true));
  }
}
