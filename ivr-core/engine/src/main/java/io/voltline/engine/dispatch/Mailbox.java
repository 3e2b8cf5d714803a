package io.voltline.engine.dispatch;

import io.voltline.domain.routing.AgentStatus;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.Stamp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bounded way to the dispatcher's owner. New work (callers to queue, wishes of agents) is
 * refused once the box is half full, and so are questions. Facts about work under way are never
 * refused and never dropped: the other half is theirs, and should even that be full, whoever brings
 * a fact waits the moment until the owner, who never waits for anybody, has taken one out.
 */
final class Mailbox {
  /**
   * An event still without its stamp.
   *
   * @param reply who waits for the answer
   * @param bornNanos when it was written, by {@link System#nanoTime}
   */
  record Letter(
      Function<Stamp, Event> event,
      @Nullable CompletableFuture<AgentStatus> reply,
      long bornNanos) {
    Letter(Function<Stamp, Event> event, @Nullable CompletableFuture<AgentStatus> reply) {
      this(event, reply, System.nanoTime());
    }
  }

  private final BlockingQueue<Letter> letters;

  /** What the owner tells itself while carrying out commands: it must not wait for itself. */
  private final Deque<Letter> ownersOwn = new ArrayDeque<>();

  private volatile long owner = -1;
  private final int capacity;

  Mailbox(int capacity) {
    this.capacity = capacity;
    this.letters = new ArrayBlockingQueue<>(capacity);
  }

  void ownedByThisThread() {
    owner = Thread.currentThread().threadId();
  }

  void fact(Function<Stamp, Event> event) {
    Letter letter = new Letter(event, null);
    if (Thread.currentThread().threadId() == owner) {
      ownersOwn.add(letter);
    } else {
      put(letter);
    }
  }

  /**
   * Hands over new work.
   *
   * @throws Overloaded when the box is half full; nothing was done
   */
  void work(Letter letter) {
    if (halfFull()) {
      throw new Overloaded("the dispatcher's mailbox is half full");
    }
    put(letter);
  }

  /**
   * Hands over a question that is asked again anyway.
   *
   * @return false when the box is half full; nothing was done
   */
  boolean question(Function<Stamp, Event> event) {
    return !halfFull() && letters.offer(new Letter(event, null));
  }

  private boolean halfFull() {
    return letters.size() >= capacity / 2;
  }

  int size() {
    return letters.size();
  }

  @Nullable Letter poll(long waitMillis) throws InterruptedException {
    Letter own = ownersOwn.poll();
    return own == null ? letters.poll(waitMillis, TimeUnit.MILLISECONDS) : own;
  }

  private void put(Letter letter) {
    boolean interrupted = false;
    while (true) {
      try {
        letters.put(letter);
        break;
      } catch (InterruptedException e) {
        // A fact outlives the interruption of the thread that brings it.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
