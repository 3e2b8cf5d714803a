package io.voltline.testkit.house;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What somebody who is signed in does at the desk, by the API. Signed out when closed. */
public final class Desk implements AutoCloseable {
  private static final Duration LETS_GO = Duration.ofSeconds(5);
  private static final int CONFLICT = 409;

  private final Account agent;
  private final Api api;
  private final JsonNode session;

  Desk(Account agent, Api api, JsonNode session) {
    this.agent = agent;
    this.api = api;
    this.session = session;
  }

  /** The API as this agent may use it. */
  public Api api() {
    return api;
  }

  /** Who sits here. */
  public Account agent() {
    return agent;
  }

  /** What the sign-in answered. */
  public JsonNode session() {
    return session;
  }

  /** Asks for a state: IDLE, BUSY or ACW. */
  public Answer state(String state) {
    return api.send("PUT", "/agents/me/state", Map.of("state", state));
  }

  /** The state as the house sees it. */
  public String state() {
    return agents().stream()
        .filter(other -> other.path("agentNo").asString().equals(agent.agentNo()))
        .map(other -> other.path("state").asString())
        .findFirst()
        .orElse("");
  }

  /** Everybody. */
  public List<JsonNode> agents() {
    return list(api.get("/agents").orThrow().path("agents"));
  }

  /** The whole story of a call. */
  public JsonNode call(String callId) {
    return api.get("/calls/" + callId).orThrow();
  }

  /** The newest call of a caller that came at or after a moment. */
  public Optional<JsonNode> callOf(String caller, Instant since) {
    String query = "/calls?limit=1&caller=" + encode(caller) + "&from=" + encode(since.toString());
    return list(api.get(query).orThrow().path("calls")).stream().findFirst();
  }

  /** Accepts a work order; the fields are those of the contract's NewWorkOrder. */
  public JsonNode workOrder(Map<String, ?> fields) {
    return api.send("POST", "/work-orders", fields).orThrow();
  }

  /** The audio of a recording, or a part of it. */
  public HttpResponse<byte[]> audio(String recordingId, String range) {
    return api.bytes("/recordings/" + recordingId + "/audio", range);
  }

  /**
   * Signs out, as soon as a talk that just ended lets go; a session that another sign-in ended is
   * left as it is.
   */
  @Override
  public void close() {
    if (!Poll.until(LETS_GO, () -> signOut().status() != CONFLICT)) {
      signOut().orThrow();
    }
  }

  private Answer signOut() {
    return api.send("DELETE", "/sessions/current", Map.of());
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
