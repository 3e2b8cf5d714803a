package io.voltline.engine.fax;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxJob;
import io.voltline.domain.fax.FaxState;
import io.voltline.domain.fax.FaxTry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Faxes to be sent. Every method may block and throws Unavailable. */
public interface FaxJobs {

  /**
   * A try that is to begin now.
   *
   * @param document its file's path below the folder of documents
   */
  record Due(FaxTry tried, PhoneNumber number, String document) {}

  /** A try that is on, or whose engine or switch died. */
  record Running(FaxTry tried, Instant since) {}

  /**
   * Which jobs; each condition that is present must hold.
   *
   * @param limit 1 to 500
   */
  record Query(Optional<FaxState> state, Optional<PhoneNumber> number, int limit) {}

  /**
   * Takes the job that waits longest, counts the try, and leaves it to whoever asked. A number is
   * not dialled while another fax is on its way to it.
   *
   * @param lines most tries that are on at once, by all engines
   */
  Optional<Due> take(Instant now, int lines);

  List<Running> running();

  /**
   * A try ended.
   *
   * @param again when to try again; empty when there is no more to be done
   * @return false when that try was not on any more
   */
  boolean ended(FaxTry tried, FaxEnd end, Optional<Instant> again, Instant now);

  /** Newest first. */
  List<FaxJob> list(Query query);
}
