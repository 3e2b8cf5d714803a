package io.voltline.engine.selfservice;

import io.voltline.domain.callback.CallBack;
import io.voltline.domain.callback.CallBackRule.Asked;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Call-backs that are owed. Every method may block and throws Unavailable. */
public interface CallBackBook {

  /** The call in which it was asked for. */
  record Wish(CallId call, PhoneNumber number, Optional<AccountNo> account, Language language) {}

  /** A call-back and whose it is. */
  record Owed(long id, Wish wish, CallBack callBack) {}

  /** How a try ended. */
  enum TryEnd {
    REACHED,
    MISSED,
    /** The engine that tried is gone. */
    LOST
  }

  /**
   * Lets the rule decide on a wish and keeps what it decides; two wishes of one number at the same
   * moment come one after the other.
   *
   * @param rule is told the number's open call-back and may be asked more than once
   */
  Asked ask(Wish wish, Instant now, Function<Optional<CallBack>, Asked> rule);

  /** Begins a try of those that are due, who waits longest first; each is begun by one engine. */
  List<Owed> begin(Instant now, int most);

  /**
   * Keeps what became of a try that {@link #begin} began.
   *
   * @param after what the end makes of the call-back as it stands now
   */
  void ended(Owed tried, UnaryOperator<CallBack> after, TryEnd end, Instant now);

  /** Whether this number is owed a call. */
  boolean owes(PhoneNumber number);

  /** The customer calls again, in this call, and waits: nobody calls them back meanwhile. */
  Optional<Owed> join(PhoneNumber number, CallId call, Instant now);

  /** The customer left that call without having been served. */
  void left(CallId call);

  /** The customer was served by calling in, in this call: nothing is owed any more. */
  Optional<Owed> calledIn(PhoneNumber number, CallId call, Instant now);

  /**
   * A call-back that is open and was joined.
   *
   * @param over whether the call that joined it is over
   * @param served whether its customer talked to an agent in that call
   */
  record Joined(Owed owed, boolean over, boolean served) {}

  /** Those that are joined. */
  List<Joined> joined();

  /** Tries that began before that moment and of which no end is known. */
  List<Owed> trying(Instant begunBefore);

  /** The call-back of this number, whatever became of it. */
  Optional<Owed> find(long id);

  /** Names of the flow's nodes that a call came to, oldest first. */
  List<String> path(CallId call);
}
