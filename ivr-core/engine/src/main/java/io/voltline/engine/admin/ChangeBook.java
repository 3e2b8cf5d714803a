package io.voltline.engine.admin;

import java.util.List;

/** Every change that was made. May block and throws Unavailable. */
@FunctionalInterface
public interface ChangeBook {

  /** The newest first. */
  List<Change> list(Change.Search search);
}
