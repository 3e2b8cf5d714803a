package io.voltline.engine.fax;

import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Faxes that came in. Every method may block and throws Unavailable. */
public interface FaxIndex {

  /**
   * Which faxes; each condition that is present must hold.
   *
   * @param from received at this moment or later
   * @param to received before this moment
   * @param limit 1 to 500
   */
  record Query(
      Optional<WorkOrderNo> order, Optional<Instant> from, Optional<Instant> to, int limit) {}

  /** Somebody looked at the pages. */
  record Reading(CallId fax, AgentNo by, Instant at, String address) {}

  /** An entry that stands already is left as it is. */
  void keep(ReceivedFax fax);

  Optional<ReceivedFax> find(CallId id);

  /** Newest first. */
  List<ReceivedFax> list(Query query);

  void read(Reading reading);
}
