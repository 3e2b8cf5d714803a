package io.voltline.engine.selfservice;

import io.voltline.domain.customer.Outage;
import io.voltline.domain.workorder.WorkOrderNo;
import java.util.List;
import java.util.Optional;

/** Outages by place. Every method may block and throws Unavailable. */
public interface OutageBook {

  /** Outages that have not ended in the transformer areas of a post code. */
  List<Outage> inPostCode(String postCode);

  /** The outage of this id, if it has not ended. */
  Optional<Outage> find(String id);

  /** Names the order that reports of the outage are linked to, unless it has one. */
  void parent(String id, WorkOrderNo order);
}
