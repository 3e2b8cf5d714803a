package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call from the moment it is queued to the end of its talk. */
final class QueuedCall {
  /** Head start of a danger call: more than anybody waits. */
  private static final long DANGER_MILLIS = 1L << 50;

  /** In the order in which calls of the same line are served. */
  static final Comparator<QueuedCall> FIRST =
      Comparator.<QueuedCall>comparingLong(call -> call.rank).thenComparingLong(call -> call.seq);

  final CallId id;
  final QueueRequest request;
  final long queuedAt;
  final long seq;

  /** Agents who were offered this call and did not take it. */
  private Set<AgentNo> tried = Set.of();

  /** Offers that ring or are about to, or the one of the talk. */
  final List<LiveOffer> offers = new ArrayList<>(0);

  /** How the call's time went, as far as the promise asks. */
  final PromiseClock clock;

  CallQueue queue;

  /** Those of the queue that ask for the same. */
  Kind kind;

  /** Steps of the queue's rule that are taken. */
  int steps;

  boolean reserveOpen;

  /** Whether the wait for the preferred agents alone is over. */
  boolean affinityOver;

  int decisions;

  /** When the timer that is running for this call fires. */
  long nextLook = Long.MAX_VALUE;

  /** Where it stands, unless it is being offered, taken or talked on. */
  @Nullable Line line;

  /** A phone that routing has no part in is rung for it: it stands in no line meanwhile. */
  boolean taken;

  int heapIndex;

  /** Whether routing has not done with it yet. */
  boolean known;

  final int idHash;

  /** The next in {@link CallsById}. */
  @Nullable QueuedCall sameBucket;

  /** Neighbours among the unanswered of the queue, the oldest first. */
  @Nullable QueuedCall older;

  @Nullable QueuedCall younger;

  /** The wait this caller was told first, and when; and the least told since. */
  OptionalLong toldFirst = OptionalLong.empty();

  long toldFirstAt;
  long toldLeast = Long.MAX_VALUE;

  /** The time at which a usual call would have had to come. */
  private long rank;

  /** What a second of this call's wait counts beside other queues' calls. */
  private int weight = 1;

  private final boolean danger;

  QueuedCall(Event.CallQueued event, CallQueue queue, Kind kind, PromiseClock clock) {
    this.id = event.call();
    this.idHash = id.hashCode();
    this.request = event.request();
    this.danger = request.priority() == QueueRequest.DANGER;
    this.queuedAt = request.queuedAtMillis();
    this.seq = event.stamp().seq();
    this.queue = queue;
    this.kind = kind;
    this.clock = clock;
  }

  /** Takes a queue's way of ranking. */
  void rankBy(RoutingProfile.Ageing ageing) {
    boolean waitOnly = queue.rule.strategy() instanceof Strategy.LongestWait;
    weight = danger ? 1 : queue.waitWeight();
    rank = queuedAt;
    if (danger) {
      rank -= DANGER_MILLIS;
    } else if (!waitOnly) {
      rank -= request.priority() * ageing.perPriorityMillis();
      rank -= request.keyCustomer() ? ageing.keyCustomerMillis() : 0;
    }
  }

  /** Its queue's rule is another; a reserve that was opened to the caller stays open. */
  void beginAnew(Kind asked, RoutingProfile.Ageing ageing) {
    kind = asked;
    steps = 0;
    rankBy(ageing);
  }

  boolean tried(AgentNo agent) {
    return !tried.isEmpty() && tried.contains(agent);
  }

  boolean triedAnybody() {
    return !tried.isEmpty();
  }

  void failedWith(AgentNo agent) {
    if (tried.isEmpty()) {
      tried = new HashSet<>(4);
    }
    tried.add(agent);
  }

  boolean danger() {
    return danger;
  }

  long rank() {
    return rank;
  }

  int weight() {
    return weight;
  }

  /** Whether this call is to be served before the other of the same line. */
  boolean before(QueuedCall other) {
    return rank != other.rank ? rank < other.rank : seq < other.seq;
  }

  /** Whether it came first, whatever the priority. */
  boolean olderThan(QueuedCall other) {
    return queuedAt != other.queuedAt ? queuedAt < other.queuedAt : seq < other.seq;
  }

  long waitedMillis(long now) {
    return now - queuedAt;
  }

  long deadline() {
    return queuedAt + queue.rule.promiseMillis();
  }

  /** Until then it waits for the agents it prefers alone, as long as one of them may come free. */
  long affinityUntil() {
    return request.preferred().isEmpty() ? queuedAt : queuedAt + queue.rule.affinityMillis();
  }

  /** The offer an agent took. */
  @Nullable LiveOffer talk() {
    return offers.size() == 1 && offers.getFirst().is(LiveOffer.Phase.TALKING)
        ? offers.getFirst()
        : null;
  }

  boolean beingOffered() {
    return !offers.isEmpty();
  }

  /** As people see it while nobody has answered. */
  WaitingCall waiting() {
    return new WaitingCall(
        id, queue.rule.id(), queuedAt, deadline(), taken || beingOffered(), danger);
  }
}
