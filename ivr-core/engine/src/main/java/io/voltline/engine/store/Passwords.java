package io.voltline.engine.store;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.voltline.engine.desk.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane and 16 bytes of salt: the least that OWASP advises, about
 * 50 ms a password on a small machine.
 */
final class Passwords {
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;

  /**
   * Hashing fills a core; at most half of them, so that calls go on however many sign in at once.
   */
  private static final Semaphore CORES =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  private static final int PATIENCE_SECONDS = 5;

  private Passwords() {}

  static String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
  }

  /** Whether it is the password; Unavailable when too many others are being checked. */
  static boolean matches(String password, String hash) {
    try {
      if (!CORES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable("sign-in", new TimeoutException("too many at once"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("sign-in", e);
    }
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      CORES.release();
    }
  }
}
