package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call from the moment it is queued to the end of its talk. */
final class QueuedCall {
  /** Who came first, whatever the priority. */
  static final Comparator<QueuedCall> OLDEST =
      Comparator.<QueuedCall>comparingLong(c -> c.queuedAt).thenComparingLong(c -> c.seq);

  /** Who is served first. */
  static final Comparator<QueuedCall> NEXT =
      Comparator.<QueuedCall>comparingInt(c -> -c.priority).thenComparing(OLDEST);

  final CallId id;
  final QueueId queue;
  final SkillId skill;
  final int priority;
  final long queuedAt;
  final long seq;

  /** Agents who were offered this call and did not take it. */
  final Set<AgentNo> tried = new LinkedHashSet<>(2);

  @Nullable LiveOffer offer;
  int decisions;

  QueuedCall(Event.CallQueued event) {
    this.id = event.call();
    this.queue = event.queue();
    this.skill = event.skill();
    this.priority = event.priority();
    this.queuedAt = event.queuedAtMillis();
    this.seq = event.stamp().seq();
  }
}
