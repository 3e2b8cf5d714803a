package io.voltline.engine.selfservice;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Finds messages on tape that nobody entered beside the recordings. */
@FunctionalInterface
public interface LostTapes {

  /**
   * Their files, as the switch was told to write them. May block and throws Unavailable.
   *
   * @param before the switch has written nothing to them since
   */
  List<String> left(Instant before) throws IOException;
}
