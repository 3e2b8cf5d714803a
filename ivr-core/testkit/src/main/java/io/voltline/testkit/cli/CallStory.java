package io.voltline.testkit.cli;

import io.voltline.testkit.house.Desk;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What becomes of the call, by the API: read again and again, each news told once. */
final class CallStory {
  private final Desk desk;
  private final String caller;
  private final Instant since;
  private final Teller teller;
  private final Set<String> told = new LinkedHashSet<>();
  private JsonNode call = MissingNode.getInstance();

  CallStory(Desk desk, String caller, Instant since, Teller teller) {
    this.desk = desk;
    this.caller = caller;
    this.since = since;
    this.teller = teller;
  }

  /** Reads it once more. */
  void read() {
    call = call.isMissingNode() ? desk.callOf(caller, since).orElse(call) : desk.call(callId());
    if (!call.isMissingNode()) {
      tellNews();
    }
  }

  /** As last read; missing until the API knows it. */
  JsonNode call() {
    return call;
  }

  String callId() {
    return text("callId");
  }

  /** A field of the call; empty while it has none. */
  String text(String field) {
    return call.path(field).asString("");
  }

  boolean has(String field) {
    return call.has(field);
  }

  /** The keys pressed, as the flow took them. */
  List<String> keys() {
    return each("flowPath").stream()
        .filter(node -> node.has("key"))
        .map(node -> node.path("key").asString())
        .toList();
  }

  List<JsonNode> each(String field) {
    return StreamSupport.stream(call.path(field).spliterator(), false).toList();
  }

  private void tellNews() {
    news("call " + callId());
    if (has("accountNo")) {
      news("account " + text("accountNo"));
    }
    for (JsonNode node : each("flowPath")) {
      String key = node.has("key") ? ", key " + node.path("key").asString() : "";
      news("menu " + node.path("node").asString() + key);
    }
    if (has("queuedAt")) {
      news("waits in queue " + text("queue"));
    }
    for (JsonNode offer : each("offers")) {
      String agent = offer.path("agentNo").asString();
      news(
          "offered to %s, who may ring %.0f s"
              .formatted(agent, offer.path("ringSeconds").asDouble()));
      if (!offer.path("outcome").asString().equals("RINGING")) {
        news("offer to " + agent + ": " + offer.path("outcome").asString());
      }
    }
    if (has("answeredAt")) {
      news(
          "answered by %s, %.1f s after queueing"
              .formatted(text("answeredBy"), call.path("answerSeconds").asDouble()));
    }
    if (has("endedAt")) {
      news("ended: " + text("endReason"));
    }
    for (JsonNode recording : each("recordings")) {
      if (recording.path("status").asString().equals("FINISHED")) {
        news(
            "recording %s finished, %.1f s"
                .formatted(recording.path("id").asString(), recording.path("seconds").asDouble()));
      }
    }
    each("workOrders").forEach(no -> news("work order " + no.asString()));
  }

  private void news(String line) {
    if (told.add(line)) {
      teller.tell(line);
    }
  }
}
