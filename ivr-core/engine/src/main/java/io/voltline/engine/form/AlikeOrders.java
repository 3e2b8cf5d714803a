package io.voltline.engine.form;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.workorder.Alike;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Open orders that may be about one matter. May block; throws Unavailable. */
public interface AlikeOrders {

  /**
   * What is known of the matter.
   *
   * @param branch of the type tree that the orders are of
   * @param contactPhone as it was given; a number is compared however it is written
   * @param neighbours whether orders of accounts behind the same transformer count
   * @param since orders accepted earlier are not offered
   */
  record Query(
      String branch,
      Optional<AccountNo> account,
      Optional<String> contactPhone,
      boolean neighbours,
      Instant since,
      int limit) {}

  /** The closest first, then the newest; each order once. */
  List<Alike> find(Query query);
}
