package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.Target;
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
    Optional<BrokenPromise> promiseBroken,
    List<Overflown> overflows,
    List<Visited> flowPath,
    List<Recording> recordings,
    List<WorkOrderNo> workOrders,
    Optional<Survey> survey,
    List<TalkPart> parts,
    Direction direction,
    Optional<AgentNo> madeBy,
    List<CallQuality> quality) {
  public CallStory {
    offers = List.copyOf(offers);
    overflows = List.copyOf(overflows);
    flowPath = List.copyOf(flowPath);
    recordings = List.copyOf(recordings);
    workOrders = List.copyOf(workOrders);
    parts = List.copyOf(parts);
    quality = List.copyOf(quality);
  }

  /**
   * One agent who was rung for the call.
   *
   * @param endedAt when it was answered or ended otherwise
   */
  public record Offered(
      AgentNo agentNo,
      Instant offeredAt,
      Duration ringTime,
      OfferOutcome outcome,
      Optional<Instant> endedAt) {}

  /** The caller was not answered within the promise. */
  public record BrokenPromise(Instant at, BreachCause cause) {}

  /**
   * A queue let the call go without an agent.
   *
   * @param to the queue that took it; empty for a message
   */
  public record Overflown(Instant at, QueueId from, Optional<QueueId> to, OverflowCause cause) {}

  /**
   * How the caller found the talk.
   *
   * @param rating 1 (satisfied), 2 (fair) or 3 (dissatisfied)
   * @param agentNo who was rated; empty when nobody had answered
   * @param via how it was given
   */
  public record Survey(int rating, Optional<AgentNo> agentNo, RatingVia via, Instant at) {}

  /** Which way a call goes. */
  public enum Direction {
    IN,
    /** A line that stands in for a customer, who is called back from it. */
    BACK,
    /** From a desk to a number; that is then the caller. */
    OUT,
    /** From a desk to another; that is then the caller. */
    DESK
  }

  /**
   * What the desk made of the talk for a while.
   *
   * @param target whom it was about, if anybody else
   * @param answeredAt when that one answered
   */
  public record TalkPart(
      PartKind kind,
      AgentNo by,
      Optional<Target> target,
      Instant beganAt,
      Optional<Instant> answeredAt,
      Optional<Instant> endedAt,
      Optional<PartEnd> outcome) {

    /** How long the others heard music because of it. */
    Duration held() {
      boolean music =
          kind == PartKind.HOLD || kind == PartKind.CONSULT || kind == PartKind.TRANSFER;
      return music && endedAt.isPresent()
          ? Duration.between(beganAt, endedAt.get())
          : Duration.ZERO;
    }
  }

  /** How long the caller was on hold. */
  public Duration held() {
    return parts.stream().map(TalkPart::held).reduce(Duration.ZERO, Duration::plus);
  }

  /** One flow node the caller came to, and the key that led on. */
  public record Visited(String node, Instant at, Optional<Character> key) {}
}
