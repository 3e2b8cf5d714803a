package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.call.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one call, live or ended; lists are oldest first.
 *
 * @param caller as the trunk gave it; empty text when withheld
 */
public record CallStory(
    CallId callId,
    String caller,
    Optional<AccountNo> accountNo,
    Optional<Language> language,
    Optional<QueueId> queue,
    Instant arrivedAt,
    Optional<Instant> queuedAt,
    List<Offered> offers,
    Optional<Instant> answeredAt,
    Optional<AgentNo> answeredBy,
    Optional<Instant> endedAt,
    Optional<EndReason> endReason,
    List<Visited> flowPath,
    List<Recording> recordings,
    List<WorkOrderNo> workOrders) {
  public CallStory {
    offers = List.copyOf(offers);
    flowPath = List.copyOf(flowPath);
    recordings = List.copyOf(recordings);
    workOrders = List.copyOf(workOrders);
  }

  /** One agent who was rung for the call. */
  public record Offered(
      AgentNo agentNo, Instant offeredAt, Duration ringTime, OfferOutcome outcome) {}

  /** One flow node the caller came to, and the key that led on. */
  public record Visited(String node, Instant at, Optional<Character> key) {}
}
