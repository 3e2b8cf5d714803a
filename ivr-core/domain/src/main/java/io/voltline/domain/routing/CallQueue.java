package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One queue: its rule, and its calls that are not answered yet, the oldest first. */
final class CallQueue {
  QueueRule rule;
  private Map<QueueId, QueueRule> rules;
  private final SkillGroups groups;
  private Kind usual;
  private Map<Demand, Kind> kinds = new HashMap<>();
  private @Nullable QueuedCall oldest;
  private @Nullable QueuedCall youngest;
  private int size;

  /** How far the queue is served by its share, for queues that share agents in a ratio. */
  long pass;

  CallQueue(QueueRule rule, Map<QueueId, QueueRule> rules, SkillGroups groups) {
    this.rule = rule;
    this.rules = rules;
    this.groups = groups;
    this.usual = kind(rule.demand());
  }

  /**
   * Another rule; the kinds of before are no longer asked for, but what their lines taught is kept.
   */
  void follow(QueueRule changed, Map<QueueId, QueueRule> all) {
    Map<Demand, Kind> before = kinds;
    rule = changed;
    rules = all;
    kinds = new HashMap<>();
    before.forEach((demand, kind) -> kinds.put(demand, kind(demand, kind.forecast)));
    usual = kind(rule.demand());
  }

  /** Shares agents with other queues in a ratio. */
  boolean shared() {
    return rule.strategy() instanceof Strategy.FixedRatio;
  }

  int waitWeight() {
    return rule.strategy() instanceof Strategy.Weighted w ? w.waitWeight() : 1;
  }

  int size() {
    return size;
  }

  /** Nearly always the youngest; one that was taken over goes where it belongs. */
  void add(QueuedCall call) {
    QueuedCall before = youngest;
    while (before != null && call.olderThan(before)) {
      before = before.older;
    }
    QueuedCall after = before == null ? oldest : before.younger;
    call.older = before;
    call.younger = after;
    if (before == null) {
      oldest = call;
    } else {
      before.younger = call;
    }
    if (after == null) {
      youngest = call;
    } else {
      after.older = call;
    }
    size++;
  }

  void remove(QueuedCall call) {
    if (call.older == null) {
      oldest = call.younger;
    } else {
      call.older.younger = call.younger;
    }
    if (call.younger == null) {
      youngest = call.older;
    } else {
      call.younger.older = call.older;
    }
    call.older = null;
    call.younger = null;
    size--;
  }

  /** The calls that ask for this. */
  Kind kind(Demand demand) {
    return kinds.computeIfAbsent(demand, d -> kind(d, new WaitForecast()));
  }

  private Kind kind(Demand demand, WaitForecast forecast) {
    return new Kind(rule, demand, rules, groups, forecast);
  }

  /** The place of a call among those in line that ask for the same, 1 for the first. */
  int place(QueuedCall call) {
    int place = 1;
    for (QueuedCall other = oldest; other != null; other = other.younger) {
      if (other != call && other.kind == call.kind && other.line != null && other.before(call)) {
        place++;
      }
    }
    return place;
  }

  /** Everybody who can still be answered in time. */
  void addInTime(long now, List<QueuedCall> to) {
    QueuedCall call = youngest;
    while (call != null && call.deadline() > now) {
      to.add(call);
      call = call.older;
    }
  }

  /** Whose promise is over, at most so many, the longest waiting. */
  void addLate(long now, int most, List<QueuedCall> to) {
    QueuedCall call = oldest;
    for (int n = 0; n < most && call != null && call.deadline() <= now; n++) {
      to.add(call);
      call = call.younger;
    }
  }

  /** Live figures; an agent counts who may serve calls that ask for what the queue asks for. */
  QueueStatus status() {
    Set<AgentSlot> seen = new HashSet<>();
    int idle = 0;
    int ringing = 0;
    int talking = 0;
    int busy = 0;
    for (Door door : usual.widest().doors()) {
      for (Held held : door.group.members) {
        if (door.admits(held) && seen.add(held.agent)) {
          switch (held.agent.state()) {
            case IDLE -> idle++;
            case RESERVED, RINGING -> ringing++;
            case TALKING, HELD -> talking++;
            case ACW, BUSY, SIGNED_OUT -> busy++;
          }
        }
      }
    }
    OptionalLong since = oldest == null ? OptionalLong.empty() : OptionalLong.of(oldest.queuedAt);
    return new QueueStatus(rule.id(), size, since, idle, ringing, talking, busy);
  }
}
