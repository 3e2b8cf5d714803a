package io.voltline.engine.broadcast;

import io.voltline.domain.broadcast.Broadcast;
import io.voltline.engine.desk.Account;
import java.time.Instant;
import java.util.List;

/**
 * How far a broadcast has come.
 *
 * @param unread whom it is for and who is signed in, but has not read it, ordered by number
 */
public record Tally(Broadcast broadcast, List<Reader> read, List<Account> unread) {

  /** Somebody who confirmed having read it. */
  public record Reader(Account account, Instant at) {}
}
