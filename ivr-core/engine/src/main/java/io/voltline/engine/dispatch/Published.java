package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentStatus;
import io.voltline.domain.routing.QueueStatus;
import io.voltline.domain.routing.WaitingCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** What the owner shows to everybody else: whole values, replaced and never changed. */
final class Published implements LiveView {
  private final Map<AgentNo, AgentView> agents = new ConcurrentHashMap<>();
  private volatile List<QueueView> queues = List.of();
  private volatile List<WaitingView> waiting = List.of();

  @Override
  public Optional<AgentView> agent(AgentNo agent) {
    return Optional.ofNullable(agents.get(agent));
  }

  @Override
  public List<QueueView> queues() {
    return queues;
  }

  @Override
  public List<WaitingView> waiting() {
    return waiting;
  }

  AgentView show(AgentStatus status) {
    AgentView view = view(status);
    agents.put(view.agent(), view);
    return view;
  }

  void show(List<QueueStatus> now, List<WaitingCall> callers) {
    queues = now.stream().map(Published::view).toList();
    waiting = callers.stream().map(Published::view).toList();
  }

  static AgentView view(AgentStatus status) {
    return new AgentView(
        status.agent(),
        status.state(),
        status.reason(),
        Instant.ofEpochMilli(status.sinceMillis()),
        instant(status.untilMillis()),
        status.phoneReachable(),
        status.call(),
        status.next());
  }

  static AgentStatus status(AgentView view) {
    return new AgentStatus(
        view.agent(),
        view.state(),
        view.reason(),
        view.since().toEpochMilli(),
        view.until().map(u -> OptionalLong.of(u.toEpochMilli())).orElse(OptionalLong.empty()),
        view.phoneReachable(),
        view.call(),
        view.next());
  }

  private static QueueView view(QueueStatus status) {
    return new QueueView(
        status.queue(),
        status.waiting(),
        instant(status.oldestMillis()),
        status.idle(),
        status.ringing(),
        status.talking(),
        status.busy());
  }

  private static WaitingView view(WaitingCall call) {
    return new WaitingView(
        call.call(),
        call.queue(),
        Instant.ofEpochMilli(call.queuedMillis()),
        Instant.ofEpochMilli(call.dueMillis()),
        call.ringing(),
        call.danger());
  }

  private static Optional<Instant> instant(OptionalLong millis) {
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }
}
