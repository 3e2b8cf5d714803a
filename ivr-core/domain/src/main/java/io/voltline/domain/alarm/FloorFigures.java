package io.voltline.domain.alarm;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the floor is measured by at one moment.
 *
 * @param waiting queues in which somebody waits
 * @param rests how far agents are beyond the rest they were allowed
 * @param wrapUps how long agents do after-call work
 * @param helps agents who ask for help
 * @param down how long parts of the house are away
 */
public record FloorFigures(
    List<Queue> waiting,
    Map<AgentNo, Duration> rests,
    Map<AgentNo, Duration> wrapUps,
    Set<AgentNo> helps,
    Map<String, Duration> down) {

  /**
   * A queue in which somebody waits.
   *
   * @param callers at least one
   * @param longest wait
   * @param promise from queued to answered
   * @param signedIn agents with its skills, whatever they do
   */
  public record Queue(QueueId id, int callers, Duration longest, Duration promise, int signedIn) {

    private long shareOfPromise() {
      return longest.toMillis() * 100 / promise.toMillis();
    }
  }

  /** Each in its kind's unit; what is not measured is well. */
  Map<AlarmKey, Long> readings() {
    Map<AlarmKey, Long> all = new HashMap<>();
    waiting.forEach(queue -> read(queue, all));
    rests.forEach((no, over) -> all.put(key(AlarmKind.REST_TOO_LONG, no), over.toSeconds()));
    wrapUps.forEach((no, time) -> all.put(key(AlarmKind.WRAP_UP_TOO_LONG, no), time.toSeconds()));
    helps.forEach(no -> all.put(key(AlarmKind.HELP_ASKED, no), 0L));
    down.forEach((part, time) -> all.put(key(AlarmKind.PART_DOWN, part), time.toSeconds()));
    return all;
  }

  private static void read(Queue queue, Map<AlarmKey, Long> all) {
    all.put(key(AlarmKind.PROMISE_BROKEN, queue.id()), queue.shareOfPromise());
    all.put(key(AlarmKind.PROMISE_AT_RISK, queue.id()), queue.shareOfPromise());
    all.put(key(AlarmKind.TOO_MANY_WAITING, queue.id()), (long) queue.callers());
    if (queue.signedIn() == 0) {
      all.put(key(AlarmKind.NOBODY_SIGNED_IN, queue.id()), queue.longest().toSeconds());
    }
  }

  private static AlarmKey key(AlarmKind kind, Object subject) {
    return new AlarmKey(kind, subject.toString());
  }
}
