package io.voltline.testkit.house;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to the house's events and keeps all of them. */
public final class Events implements AutoCloseable {
  private final List<Event> received = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private volatile int closedWith;

  /**
   * One message.
   *
   * @param at when it arrived here
   */
  public record Event(Instant at, JsonNode body) {
    /** For example {@code call.offered}. */
    public String type() {
      return body.path("type").asString("");
    }
  }

  private Events(HttpClient client, URI house, String token) {
    URI uri = URI.create("ws" + house.toString().substring("http".length()) + "/api/v1/events");
    socket = client.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
    socket.sendText(JsonMapper.shared().writeValueAsString(Map.of("token", token)), true).join();
  }

  static Events open(HttpClient client, URI house, String token) {
    return new Events(client, house, token);
  }

  /** Everything so far, oldest first. */
  public List<Event> all() {
    return List.copyOf(received);
  }

  /** The first of a type that arrived at or after a moment. */
  public Optional<Event> first(String type, Instant since) {
    return received.stream()
        .filter(event -> event.type().equals(type) && !event.at().isBefore(since))
        .findFirst();
  }

  /** The code with which the house closed, 0 while it is open. */
  public int closedWith() {
    return closedWith;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received.add(new Event(Instant.now(), JsonMapper.shared().readTree(text.toString())));
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closedWith = code;
      return WebSocket.Listener.super.onClose(from, code, reason);
    }
  }
}
