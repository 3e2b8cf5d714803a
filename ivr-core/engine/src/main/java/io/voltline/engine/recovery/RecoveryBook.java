package io.voltline.engine.recovery;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where it is kept what follows dissatisfied callers. May block; throws {@link Unavailable}. */
public interface RecoveryBook {

  /** Dissatisfied callers whom nothing followed yet, the oldest first. */
  List<Dissatisfied> unfollowed(int limit);

  /** Draws the call for a quality check and puts it on the handover list; again has no effect. */
  void follow(CallId call, WorkOrderNo recovery, Instant at);

  /**
   * The handover list, the oldest first.
   *
   * @param all also those that were confirmed
   */
  List<HandoverItem> handover(boolean all, int limit);

  /** Calls drawn for a quality check, the newest first. */
  List<QualityDraw> draws(int limit);

  /** The one of this call on the handover list. */
  Optional<HandoverItem> find(CallId call);

  /** Confirms one; false when it is not on the list or was confirmed before. */
  boolean confirm(CallId call, HandoverItem.Confirmed confirmed);
}
