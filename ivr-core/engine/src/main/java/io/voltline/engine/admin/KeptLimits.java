package io.voltline.engine.admin;

import io.voltline.domain.workorder.LimitProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Profiles of time limits, and which one holds from which day on. Every method may block and throws
 * Unavailable.
 */
public interface KeptLimits {

  /**
   * A profile as it stands.
   *
   * @param own made here: Voltline does not come with it
   * @param changed no longer as Voltline comes with it
   */
  record Kept(LimitProfile profile, boolean own, boolean changed) {}

  /** The profile that holds from the beginning of a day on. */
  record Choice(LocalDate from, String profile) {}

  /** Those Voltline comes with first; before anything is chosen the first of all holds. */
  List<Kept> profiles();

  /** By day. */
  List<Choice> choices();

  /**
   * Keeps a profile in place of what was seen; false when that is no longer what stands there.
   *
   * @param wanted empty for as Voltline comes with it, or gone when it is an own one
   * @param seen empty where there was none
   */
  boolean set(
      String id, Optional<LimitProfile> wanted, Optional<LimitProfile> seen, Actor by, Instant at);

  /** Chooses from a day on, or takes that choice back; false when it is no longer what was seen. */
  boolean choose(
      LocalDate from, Optional<String> profile, Optional<String> seen, Actor by, Instant at);
}
