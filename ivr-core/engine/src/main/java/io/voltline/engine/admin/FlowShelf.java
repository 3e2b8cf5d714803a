package io.voltline.engine.admin;

import io.voltline.domain.flow.Trial;
import io.voltline.engine.call.flow.FlowFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The flows of this house, as they run and as they stand on the disk. */
public interface FlowShelf {

  /** The versions that callers go through, by the name of their flow; those on trial aside. */
  Map<String, Integer> running();

  /** What stands in the folder now, checked. */
  FlowFiles read() throws IOException;

  /** The trials by the name of their flow. */
  Map<String, Trial> trials() throws IOException;

  /** Tries a version, or none any more; engines take it up within seconds. */
  void set(String flow, Optional<Trial> trial) throws IOException;
}
