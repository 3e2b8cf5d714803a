package io.voltline.domain.routing;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All calls, by skill those who wait for an agent, by queue those who are not answered yet. */
final class WaitingCalls {
  private static final class Queue {
    final NavigableSet<QueuedCall> unanswered = new TreeSet<>(QueuedCall.OLDEST);
    SkillId skill;

    Queue(SkillId skill) {
      this.skill = skill;
    }
  }

  private final Map<CallId, QueuedCall> byId = new HashMap<>();
  private final Map<SkillId, NavigableSet<QueuedCall>> lines = new HashMap<>();
  private final Map<QueueId, Queue> queues =
      new TreeMap<>(Comparator.<QueueId, String>comparing(QueueId::value));

  WaitingCalls(Map<QueueId, SkillId> shown) {
    shown.forEach((queue, skill) -> queues.put(queue, new Queue(skill)));
  }

  @Nullable QueuedCall find(CallId call) {
    return byId.get(call);
  }

  QueuedCall add(Event.CallQueued event) {
    QueuedCall call = new QueuedCall(event);
    byId.put(call.id, call);
    Queue queue = queues.computeIfAbsent(call.queue, _ -> new Queue(call.skill));
    queue.skill = call.skill;
    queue.unanswered.add(call);
    line(call.skill).add(call);
    return call;
  }

  /** The call is being offered and waits in no line. */
  void leaveLine(QueuedCall call) {
    line(call.skill).remove(call);
  }

  /** Back to where it stood: the place follows from the call itself. */
  void rejoinLine(QueuedCall call) {
    queue(call).unanswered.add(call);
    line(call.skill).add(call);
  }

  void answered(QueuedCall call) {
    queue(call).unanswered.remove(call);
  }

  void remove(QueuedCall call) {
    byId.remove(call.id);
    line(call.skill).remove(call);
    queue(call).unanswered.remove(call);
  }

  /** The call to serve next of all that any of these skills serves. */
  @Nullable QueuedCall next(List<SkillLevel> skills) {
    QueuedCall best = null;
    for (SkillLevel level : skills) {
      NavigableSet<QueuedCall> line = line(level.skill());
      if (!line.isEmpty() && (best == null || QueuedCall.NEXT.compare(line.first(), best) < 0)) {
        best = line.first();
      }
    }
    return best;
  }

  List<QueueStatus> status(Agents agents) {
    return queues.entrySet().stream().map(e -> status(e.getKey(), e.getValue(), agents)).toList();
  }

  private static QueueStatus status(QueueId id, Queue queue, Agents agents) {
    SkillGroup group = agents.group(queue.skill);
    OptionalLong oldest =
        queue.unanswered.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(queue.unanswered.first().queuedAt);
    return new QueueStatus(
        id, queue.unanswered.size(), oldest, group.idle.size(), group.engaged(), group.busy());
  }

  private NavigableSet<QueuedCall> line(SkillId skill) {
    return lines.computeIfAbsent(skill, _ -> new TreeSet<>(QueuedCall.NEXT));
  }

  private Queue queue(QueuedCall call) {
    return queues.computeIfAbsent(call.queue, _ -> new Queue(call.skill));
  }
}
