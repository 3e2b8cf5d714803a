package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.RestRequest;
import java.util.List;

/** The rests asked of this engine that nobody answered yet, kept for its next life. */
public interface RestBook {

  /** All that are kept. May block and throws Unavailable. */
  List<RestRequest> open();

  /** In place of what the same agent asked before. Returns at once. */
  void asked(RestRequest request);

  /** The agent asks no more; nothing happens when it did not. Returns at once. */
  void ended(AgentNo agent);
}
