package io.voltline.engine.call;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a waiting caller is being told, which ends at once when there is something better to do. */
public final class Announcement {
  /** The switch forgets a word to cut that comes between two prompts, so it is said again. */
  private static final long AGAIN_MILLIS = 50;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Runnable silence;
  private volatile boolean wanted = true;

  /**
   * @param silence has the switch end the prompt that plays; may block
   */
  Announcement(Runnable silence) {
    this.silence = silence;
  }

  /** Whether the next prompt is to be played. */
  public boolean wanted() {
    return wanted;
  }

  /** Ends it from any thread; returns at once. */
  synchronized void cut() {
    if (wanted) {
      wanted = false;
      Thread.startVirtualThread(this::silence);
    }
  }

  /** Nothing plays any more. */
  void over() {
    over.countDown();
  }

  private void silence() {
    try {
      do {
        silence.run();
      } while (!over.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
