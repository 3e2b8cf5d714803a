package io.voltline.engine.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every change that was made. May block and throws Unavailable. */
public interface ChangeBook {

  /** The newest first. */
  List<Change> list(Change.Search search);

  /**
   * Keeps a change of what does not stand in the database.
   *
   * @param making makes it; when it fails nothing is kept. It may run again, and has to be taken
   *     back by who asked when this throws
   */
  void keep(
      Actor by,
      Instant at,
      Change.What what,
      Map<String, Object> before,
      Map<String, Object> after,
      Runnable making);
}
