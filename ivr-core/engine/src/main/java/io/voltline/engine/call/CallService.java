package io.voltline.engine.call;

import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.engine.dispatch.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** All live calls of this engine: takes new ones and brings the dispatcher's offers to them. */
public final class CallService implements Callers, WaitingLine {
  private static final Logger log = LoggerFactory.getLogger(CallService.class);

  private final Map<CallId, CallTask> live = new ConcurrentHashMap<>();
  private final int most;
  private final Semaphore room;
  private final Function<CallId, FlowBook> flows;
  private final Neighbours neighbours;
  private volatile boolean draining;

  /**
   * @param limit most calls at once; one more is left to the switch, which asks the next engine
   * @param flows the flows a new call goes through
   */
  public CallService(int limit, Function<CallId, FlowBook> flows, Neighbours neighbours) {
    this.most = limit;
    this.room = new Semaphore(limit);
    this.flows = flows;
    this.neighbours = neighbours;
  }

  /** Lives through a call, on the calling thread, until it is over. */
  public void take(Caller caller) {
    if (draining || !room.tryAcquire()) {
      log.warn("{} not taken: {}", caller.callId(), draining ? "stopping" : "too many calls");
      return;
    }
    try (var _ = MDC.putCloseable("callId", caller.callId().value())) {
      var task = new CallTask(caller, flows.apply(caller.callId()), neighbours);
      if (live.putIfAbsent(caller.callId(), task) == null) {
        try {
          if (draining) {
            task.handOver();
          }
          task.run();
        } finally {
          live.remove(caller.callId());
        }
      } else {
        log.warn("this call is being served already");
      }
    } finally {
      room.release();
    }
  }

  /**
   * Leads a customer on who was called back and whom the agent left, on the calling thread.
   *
   * @param customer known by the id of the line that stood in for them
   */
  public void goOn(Caller customer) {
    if (!room.tryAcquire()) {
      log.warn("{} does not go on: too many calls", customer.callId());
      return;
    }
    try (var _ = MDC.putCloseable("callId", customer.callId().value())) {
      new AfterCallBack(customer, flows.apply(customer.callId()), neighbours).run();
    } finally {
      room.release();
    }
  }

  /** Whether one more call would be taken. */
  public boolean hasRoom() {
    return !draining && room.availablePermits() > 0;
  }

  /** The calls there are, in the menus, waiting and talking. */
  public Set<CallId> live() {
    return Set.copyOf(live.keySet());
  }

  /** Takes no more calls and hands those that wait over to another engine; talks go on. */
  public void drain() {
    draining = true;
    live.values().forEach(CallTask::handOver);
  }

  /**
   * Waits, after {@link #drain}, until no call is left.
   *
   * @return false when the time is over before
   */
  public boolean awaitNone(Duration time) throws InterruptedException {
    return room.tryAcquire(most, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The switch says that a caller hung up. */
  public void gone(CallId call) {
    with(call, CallTask::gone, () -> {});
  }

  @Override
  public void offer(CallId call, List<Command.Ring> rings, Duration ringTime) {
    with(
        call,
        task -> task.offer(new Letter.Offered(rings, ringTime)),
        () -> neighbours.giveBack(call, rings));
  }

  @Override
  public void cancel(OfferId offer, CallId call) {
    with(call, task -> task.cancel(offer), () -> {});
  }

  @Override
  public void overflowed(Command.Overflowed overflow) {
    with(overflow.call(), task -> task.tell(new Letter.Overflowed(overflow)), () -> {});
  }

  @Override
  public void placeTold(Command.PlaceTold place) {
    with(place.call(), task -> task.tell(new Letter.PlaceTold(place)), () -> {});
  }

  @Override
  public boolean move(CallId call, QueueId queue, Optional<Integer> priority) {
    return moved(call, new Letter.Moved(Optional.of(queue), priority, Optional.empty()));
  }

  @Override
  public boolean pick(CallId call, AgentNo agent) {
    Optional<Integer> most = Optional.of(QueueRequest.DANGER - 1);
    return moved(call, new Letter.Moved(Optional.empty(), most, Optional.of(agent)));
  }

  @Override
  public PickUp pickUp(CallId call, AgentNo by) {
    CallTask task = live.get(call);
    return task == null ? new PickUp.NotWaiting() : task.pickUp(by);
  }

  private boolean moved(CallId call, Letter.Moved letter) {
    CallTask task = live.get(call);
    return task != null && task.move(letter);
  }

  private void with(CallId call, Consumer<CallTask> then, Runnable otherwise) {
    CallTask task = live.get(call);
    if (task == null) {
      otherwise.run();
    } else {
      then.accept(task);
    }
  }
}
