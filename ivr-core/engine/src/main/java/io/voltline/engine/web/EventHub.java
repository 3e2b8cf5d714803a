package io.voltline.engine.web;

import io.vertx.core.http.ServerWebSocket;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open desks' event sockets. An event is written as JSON once for all who may read the same,
 * however many they are. A desk that does not read fast enough is closed: it comes back and asks
 * for the present state, which is more use than a late past.
 */
public final class EventHub implements EventSink {
  private static final Logger log = LoggerFactory.getLogger(EventHub.class);
  private static final int WAITING = 1024 * 1024;
  private static final short SIGNED_OUT = 4401;
  private static final short TOO_SLOW = 4408;
  private static final short REPLACED = 4409;

  /**
   * An open socket.
   *
   * @param waiting characters handed over and not yet taken by the network; Vert.x itself calls a
   *     socket full once 16 frames wait for its loop, however small, and so a burst a slow reader
   */
  private record Desk(
      Account account, ServerWebSocket socket, boolean showsFloor, AtomicLong waiting) {}

  private final Map<AgentNo, Set<Desk>> desks = new ConcurrentHashMap<>();
  private final LongAdder slow = new LongAdder();

  /** Desks connected now. */
  public int connected() {
    return desks.values().stream().mapToInt(Set::size).sum();
  }

  /** Desks closed because they read too slowly. */
  public long tooSlow() {
    return slow.sum();
  }

  @Override
  public void toAgent(AgentNo agent, DeskEvent event) {
    send(desks.getOrDefault(agent, Set.of()).stream(), event);
    if (event instanceof DeskEvent.SessionReplaced) {
      close(agent, REPLACED, "signed in elsewhere");
    }
  }

  @Override
  public void toSupervisors(DeskEvent event) {
    boolean onTheWall = event instanceof DeskEvent.AgentStateChanged;
    send(
        all(desk -> desk.account().role() != Role.AGENT && !(onTheWall && desk.showsFloor())),
        event);
  }

  @Override
  public void toFloorWatchers(DeskEvent event) {
    send(all(Desk::showsFloor), event);
  }

  @Override
  public void toAll(DeskEvent event) {
    send(all(desk -> true), event);
  }

  /** Closes the desks of an agent who signed out. */
  public void close(AgentNo agent) {
    close(agent, SIGNED_OUT, "signed out");
  }

  /**
   * From now on, until it is over, the socket is told what concerns this account.
   *
   * @param floor whether it wants the floor as a whole and not agent by agent; for supervisors
   */
  void add(Account account, ServerWebSocket socket, boolean floor, Runnable over) {
    if (socket.isClosed()) {
      return;
    }
    var desk = new Desk(account, socket, floor && account.role().supervises(), new AtomicLong());
    desks.compute(
        account.agentNo(),
        (agent, open) -> {
          Set<Desk> now = open == null ? ConcurrentHashMap.newKeySet() : open;
          now.add(desk);
          return now;
        });
    socket.closeHandler(
        closed -> {
          remove(desk);
          over.run();
        });
    if (socket.isClosed()) {
      remove(desk);
    }
  }

  private void remove(Desk desk) {
    desks.computeIfPresent(
        desk.account().agentNo(),
        (agent, open) -> {
          open.remove(desk);
          return open.isEmpty() ? null : open;
        });
  }

  private Stream<Desk> all(Predicate<Desk> wanted) {
    return desks.values().stream().flatMap(Set::stream).filter(wanted);
  }

  private void send(Stream<Desk> to, DeskEvent event) {
    var open = to.toList();
    if (open.isEmpty()) {
      return;
    }
    EventJson json = EventJson.of(event);
    open.stream()
        .collect(Collectors.groupingBy(desk -> desk.account().role().seesPersonalData()))
        .values()
        .forEach(alike -> sendAlike(alike, json));
  }

  /** Written and encoded once for all who may read the same. */
  private void sendAlike(List<Desk> desks, EventJson json) {
    var message = new TextMessage(Json.write(json, desks.getFirst().account().role()).toString());
    desks.forEach(desk -> send(desk, message));
  }

  private void send(Desk desk, TextMessage message) {
    if (desk.socket().isClosed()) {
      return;
    }
    if (desk.waiting().get() > WAITING) {
      slow.increment();
      remove(desk);
      log.warn("desk of {} reads too slowly and is closed", desk.account().agentNo());
      desk.socket().close(TOO_SLOW, "too slow");
    } else {
      desk.waiting().addAndGet(message.length());
      // A long one goes out in parts, which another thread's must not come between.
      synchronized (desk.socket()) {
        var _ =
            message
                .writeTo(desk.socket())
                .onComplete(_ -> desk.waiting().addAndGet(-message.length()));
      }
    }
  }

  private void close(AgentNo agent, short status, String reason) {
    desks.getOrDefault(agent, Set.of()).forEach(desk -> desk.socket().close(status, reason));
  }
}
