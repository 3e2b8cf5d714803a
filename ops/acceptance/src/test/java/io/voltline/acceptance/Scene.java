package io.voltline.acceptance;

import io.voltline.testkit.house.Desk;
import io.voltline.testkit.house.House;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The people of one test; they leave when it ends, the last to come first. */
public final class Scene implements AutoCloseable {
  private static final String WATCHER = "2001";

  private final House house;
  private final Deque<Runnable> people = new ArrayDeque<>();
  private final Desk watcher;

  Scene(House house) {
    this.house = house;
    watcher = stays(house.api().signIn(house.account(WATCHER)), Desk::close);
  }

  House house() {
    return house;
  }

  /** A supervisor's desk, to see what becomes of things. */
  Desk watcher() {
    return watcher;
  }

  /** An agent with a desk phone, idle. */
  Seat seat(String agentNo, DeskPhone.Manner manner) {
    return stays(Seat.take(house, agentNo, manner), Seat::close);
  }

  /** Somebody calls the centre, with a tone for a voice. */
  Visitor calls(String from) {
    return stays(Visitor.call(this, from), Visitor::close);
  }

  /** Somebody calls who never did before: no agent is preferred for having talked with them. */
  Visitor strangerCalls() {
    return calls("00008%06d".formatted(System.currentTimeMillis() % 1_000_000));
  }

  /** Has somebody leave when the test ends. */
  <T> T stays(T person, Consumer<T> leaves) {
    people.push(() -> leaves.accept(person));
    return person;
  }

  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    for (Runnable leave : people) {
      try {
        leave.run();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
