package io.voltline.testkit.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The house's API, as anybody on the network reaches it; paths are those after {@code /api/v1}. */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI house;
  private final String token;

  /** Signed in as nobody. */
  public Api(URI house) {
    this(house, "");
  }

  private Api(URI house, String token) {
    this.house = house;
    this.token = token;
  }

  /** The same API, signed in. */
  Api as(String newToken) {
    return new Api(house, newToken);
  }

  /** Signs an agent in. A session that the same agent had ends. */
  public Desk signIn(Account agent) {
    Map<String, Object> credentials =
        Map.of("agentNo", agent.agentNo(), "password", agent.password());
    JsonNode session = send("POST", "/sessions", credentials).orThrow();
    return new Desk(agent, as(session.path("token").asString()), session);
  }

  /** Whether a call can be taken. */
  public boolean ready() {
    try {
      return exchange(request("/health/ready"), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * A figure of {@code /metrics} that has no labels.
   *
   * @throws java.util.NoSuchElementException when there is none of this name
   */
  public double metric(String name) {
    return exchange(request("/metrics"), HttpResponse.BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  /** Reads something. */
  public Answer get(String path) {
    return answer(request("/api/v1" + path));
  }

  /** Sends a JSON body; an empty one when there is nothing to say. */
  public Answer send(String method, String path, Map<String, ?> body) {
    return sendText(method, path, body.isEmpty() ? "" : JSON.writeValueAsString(body));
  }

  /** Sends a body exactly as given, for what is no JSON. */
  public Answer sendText(String method, String path, String body) {
    HttpRequest.Builder request = request("/api/v1" + path);
    if (body.isEmpty()) {
      return answer(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }
    return answer(
        request
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends bytes of a media type, a sound for example. */
  public Answer sendBytes(String method, String path, String type, byte[] body) {
    return answer(
        request("/api/v1" + path)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /**
   * Fetches bytes.
   *
   * @param range of HTTP, for example {@code bytes=0-99}; empty for all
   */
  public HttpResponse<byte[]> bytes(String path, String range) {
    HttpRequest.Builder request = request("/api/v1" + path);
    if (!range.isEmpty()) {
      request.header("Range", range);
    }
    return exchange(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** What is told as it happens. */
  public Events events() {
    return Events.open(CLIENT, house, token);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(house.resolve(path)).timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer answer(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
    JsonNode body =
        response.body().startsWith("{") || response.body().startsWith("[")
            ? JSON.readTree(response.body())
            : MissingNode.getInstance();
    return new Answer(response.statusCode(), body);
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
