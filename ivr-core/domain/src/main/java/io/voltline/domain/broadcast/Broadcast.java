package io.voltline.domain.broadcast;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a supervisor tells agents at their desks. It holds from {@code at} until {@code until},
 * unless it is withdrawn before.
 *
 * @param by the supervisor
 */
public record Broadcast(
    long id,
    String text,
    Level level,
    Audience to,
    AgentNo by,
    Instant at,
    Instant until,
    Optional<Instant> withdrawnAt) {

  /** Longest text, in characters. */
  public static final int LONGEST = 300;

  /** How long one holds that was given no end: nobody wants it in the next day's shift. */
  public static final Duration USUAL = Duration.ofHours(24);

  /** Latest end from now. */
  public static final Duration AHEAD = Duration.ofDays(30);

  /** How much it presses. */
  public enum Level {
    PLAIN,
    /** To be heard of at once, whatever is being done. */
    URGENT
  }

  /**
   * What is to be told.
   *
   * @param until empty for {@link #USUAL}
   */
  public record Wish(String text, Level level, Audience to, Optional<Instant> until) {

    /**
     * As it can be kept: without blanks around its text, and with an end.
     *
     * @throws IllegalArgumentException naming the field, when there is no text or more than {@link
     *     #LONGEST} characters, or the end is past or more than {@link #AHEAD} away
     */
    public Wish from(Instant now) {
      String said = text.strip();
      if (said.isEmpty() || said.length() > LONGEST) {
        throw new IllegalArgumentException("/text: 1 to " + LONGEST + " characters");
      }
      Instant end = until.orElse(now.plus(USUAL));
      if (!end.isAfter(now) || end.isAfter(now.plus(AHEAD))) {
        throw new IllegalArgumentException(
            "/until: after now, at most " + AHEAD.toDays() + " days ahead");
      }
      return new Wish(said, level, to, Optional.of(end));
    }
  }

  /** Whether it is to be read at this moment. */
  public boolean holdsAt(Instant now) {
    return withdrawnAt.isEmpty() && now.isBefore(until);
  }

  /**
   * Whether it is for an agent.
   *
   * @param skills certified now
   * @param queues what each queue asks for; one that is no longer there reaches nobody
   */
  public boolean reaches(AgentNo agent, Set<SkillId> skills, Map<QueueId, Demand> queues) {
    return switch (to) {
      case Audience.Everybody() -> true;
      case Audience.OneAgent(AgentNo one) -> one.equals(agent);
      case Audience.QueueAgents(QueueId queue) ->
          Optional.ofNullable(queues.get(queue))
              .filter(demand -> demand.knownTo(skills))
              .isPresent();
    };
  }
}
