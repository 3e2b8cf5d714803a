package io.voltline.domain.flow;

import java.util.HashMap;
import java.util.Map;

/**
 * What a flow knows at a place, whichever way a caller came there.
 *
 * @param sure values known on every way
 * @param maybe values known on some way, those included
 */
record Knowledge(Map<String, Kind> sure, Map<String, Kind> maybe) {
  static final Knowledge NOTHING = new Knowledge(Map.of(), Map.of());

  Knowledge {
    sure = Map.copyOf(sure);
    maybe = Map.copyOf(maybe);
  }

  Knowledge with(Map<String, Kind> told) {
    return new Knowledge(both(sure, told), both(maybe, told));
  }

  /** On a way where the value is known, if there is such a way. */
  Knowledge knowing(String name) {
    Kind kind = maybe.get(name);
    return kind == null ? this : with(Map.of(name, kind));
  }

  /** Where two ways meet. */
  Knowledge or(Knowledge other) {
    var common = new HashMap<>(sure);
    common.entrySet().retainAll(other.sure.entrySet());
    return new Knowledge(common, both(maybe, other.maybe));
  }

  private static Map<String, Kind> both(Map<String, Kind> first, Map<String, Kind> second) {
    var all = new HashMap<>(first);
    all.putAll(second);
    return all;
  }
}
