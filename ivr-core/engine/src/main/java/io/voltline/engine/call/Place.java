package io.voltline.engine.call;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caller's place in a queue. It stands on the channel as variables, so that another engine, or
 * the same one restarted, can put the caller back where they stood.
 *
 * @param path ids of the flow's nodes that led here
 */
record Place(
    QueueId queue,
    Demand demand,
    int priority,
    Instant queuedAt,
    Language language,
    CallerDirectory.Known caller,
    List<String> path) {
  private static final Logger log = LoggerFactory.getLogger(Place.class);

  /** A line of AGI holds 2048 bytes. */
  private static final int LONGEST = 1_500;

  /** The greatest head start short of danger's. */
  private static final int PASSED_ON = QueueRequest.DANGER - 1;

  private static final String QUEUED_AT = "VL_QUEUED_AT";

  void writeTo(Caller channel) throws CallerGone {
    for (var variable : variables().entrySet()) {
      channel.remember(variable.getKey(), variable.getValue());
    }
  }

  /** What is written on the channel, in this order. */
  Map<String, String> variables() {
    var variables = new LinkedHashMap<>(queueVariables());
    variables.put("VL_PRIORITY", Integer.toString(priority));
    variables.put("VL_LANG", language.code());
    variables.put("VL_FLOW", String.join(" ", lately()));
    variables.put("VL_ACCOUNT", account().map(AccountNo::value).orElse(""));
    variables.put("VL_KEY", caller.keyCustomer() ? "1" : "");
    variables.put(
        "VL_PREFERRED",
        caller.preferred().stream().map(AgentNo::value).collect(Collectors.joining(" ")));
    // Last: where it stands, all the others do.
    variables.put(QUEUED_AT, Long.toString(queuedAt.toEpochMilli()));
    return variables;
  }

  /** As much of the end of the path as the switch takes in one command. */
  private List<String> lately() {
    int from = path.size();
    int length = 0;
    while (from > 0 && length + path.get(from - 1).length() < LONGEST) {
      from--;
      length += path.get(from).length() + 1;
    }
    return path.subList(from, path.size());
  }

  /** Writes what another queue changes. */
  void writeQueueTo(Caller channel) throws CallerGone {
    for (var variable : queueVariables().entrySet()) {
      channel.remember(variable.getKey(), variable.getValue());
    }
  }

  private Map<String, String> queueVariables() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("VL_QUEUE", queue.value());
    variables.put("VL_SKILL", demand.toString());
    return variables;
  }

  /** The caller stands in no queue any more. */
  static void forget(Caller channel) throws CallerGone {
    channel.remember(QUEUED_AT, "");
  }

  Optional<AccountNo> account() {
    return caller.account();
  }

  /** The same caller in another queue, who asks for what that queue asks for. */
  Place in(QueueId other, Demand asked) {
    return new Place(other, asked, priority, queuedAt, language, caller, path);
  }

  PlaceInLine inLine() {
    return new PlaceInLine(queue, demand, priority, queuedAt);
  }

  /** The same caller in this place. */
  Place at(PlaceInLine other) {
    return new Place(
        other.queue(), other.demand(), other.priority(), other.since(), language, caller, path);
  }

  /**
   * The same caller, who talked with somebody and waits again from now on, with the greatest head
   * start: it is not theirs that one wait was not enough.
   */
  Place anew(QueueId to, Demand asked, Optional<AgentNo> preferred, Instant now) {
    return new Place(
        to,
        asked,
        Math.max(priority, PASSED_ON),
        now,
        language,
        new CallerDirectory.Known(
            caller.account(), caller.keyCustomer(), preferred.stream().toList()),
        path);
  }

  /** The same caller as before, elsewhere; {@code first} is dearer than whom they prefer. */
  Place moved(QueueId to, Demand asked, int urgency, Optional<AgentNo> first) {
    List<AgentNo> preferred = first.map(List::of).orElse(caller.preferred());
    return new Place(
        to,
        asked,
        urgency,
        queuedAt,
        language,
        new CallerDirectory.Known(caller.account(), caller.keyCustomer(), preferred),
        path);
  }

  QueueRequest request() {
    return new QueueRequest(
        queue, demand, priority, caller.keyCustomer(), caller.preferred(), queuedAt.toEpochMilli());
  }

  /** The place an earlier engine gave this caller, if there is one that can be read. */
  static Optional<Place> readFrom(Caller channel) throws CallerGone {
    Optional<String> queuedAt = channel.recall(QUEUED_AT);
    if (queuedAt.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Place(
              new QueueId(read(channel, "VL_QUEUE")),
              Demand.parse(read(channel, "VL_SKILL")),
              Integer.parseInt(read(channel, "VL_PRIORITY")),
              Instant.ofEpochMilli(Long.parseLong(queuedAt.get())),
              Language.valueOf(read(channel, "VL_LANG").toUpperCase(Locale.ROOT)),
              new CallerDirectory.Known(
                  channel.recall("VL_ACCOUNT").map(AccountNo::new),
                  channel.recall("VL_KEY").isPresent(),
                  words(read(channel, "VL_PREFERRED")).map(AgentNo::new).toList()),
              words(read(channel, "VL_FLOW")).toList()));
    } catch (IllegalArgumentException e) {
      log.error("the caller's place cannot be read and begins anew: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
  }

  private static String read(Caller channel, String name) throws CallerGone {
    return channel.recall(name).orElse("");
  }
}
