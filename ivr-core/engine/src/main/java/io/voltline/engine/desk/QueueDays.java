package io.voltline.engine.desk;

import java.time.Instant;
import java.util.List;

/** How the calls of a day went, queue by queue. May block and throws {@link Unavailable}. */
public interface QueueDays {

  /** Of the calls that arrived at this moment or later; queues without any are left out. */
  List<QueueDay> since(Instant from);
}
