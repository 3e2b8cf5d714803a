package io.voltline.engine.asterisk;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Callers who wait in the switch's own queue, where they went while no engine answered. Once this
 * engine takes calls each is called back, those who come later, too.
 */
final class StaticQueue {
  private final Consumer<String> callBack;
  private final BooleanSupplier room;
  private final Set<String> channels = new LinkedHashSet<>();
  private boolean open;

  /**
   * A queue whose callers stay where they are until told otherwise.
   *
   * @param callBack calls the caller of a channel back; must not block
   * @param room whether a call would be taken now; one that would not stays and asks by itself
   */
  StaticQueue(Consumer<String> callBack, BooleanSupplier room) {
    this.callBack = callBack;
    this.room = room;
  }

  /** A caller waits there, with nobody to talk to yet. */
  synchronized void here(String channel) {
    if (open && room.getAsBoolean()) {
      callBack.accept(channel);
    } else {
      channels.add(channel);
    }
  }

  /** A channel is no more. */
  synchronized void over(String channel) {
    channels.remove(channel);
  }

  /** A list of all channels begins. */
  synchronized void listBegins() {
    channels.clear();
  }

  /** Callers are called back from now on, or no more. */
  synchronized void open(boolean now) {
    open = now;
    if (open) {
      channels.forEach(callBack);
      channels.clear();
    }
  }
}
