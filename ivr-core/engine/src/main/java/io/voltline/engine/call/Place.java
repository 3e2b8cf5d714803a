package io.voltline.engine.call;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    SkillId skill,
    int priority,
    Instant queuedAt,
    Language language,
    Optional<AccountNo> account,
    List<String> path) {
  private static final Logger log = LoggerFactory.getLogger(Place.class);

  void writeTo(Caller caller) throws CallerGone {
    caller.remember("VL_QUEUE", queue.value());
    caller.remember("VL_SKILL", skill.value());
    caller.remember("VL_PRIORITY", Integer.toString(priority));
    caller.remember("VL_LANG", language.code());
    caller.remember("VL_FLOW", String.join(" ", path));
    caller.remember("VL_ACCOUNT", account.map(AccountNo::value).orElse(""));
    // Last: where it stands, all the others do.
    caller.remember("VL_QUEUED_AT", Long.toString(queuedAt.toEpochMilli()));
  }

  QueueRequest request() {
    return new QueueRequest(
        queue, Demand.of(skill), priority, false, List.of(), queuedAt.toEpochMilli());
  }

  /** The place an earlier engine gave this caller, if there is one that can be read. */
  static Optional<Place> readFrom(Caller caller) throws CallerGone {
    Optional<String> queuedAt = caller.recall("VL_QUEUED_AT");
    if (queuedAt.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Place(
              new QueueId(read(caller, "VL_QUEUE")),
              new SkillId(read(caller, "VL_SKILL")),
              Integer.parseInt(read(caller, "VL_PRIORITY")),
              Instant.ofEpochMilli(Long.parseLong(queuedAt.get())),
              Language.valueOf(read(caller, "VL_LANG").toUpperCase(Locale.ROOT)),
              caller.recall("VL_ACCOUNT").map(AccountNo::new),
              Arrays.asList(read(caller, "VL_FLOW").split(" "))));
    } catch (IllegalArgumentException e) {
      log.error("the caller's place cannot be read and begins anew: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String read(Caller caller, String name) throws CallerGone {
    return caller.recall(name).orElse("");
  }
}
