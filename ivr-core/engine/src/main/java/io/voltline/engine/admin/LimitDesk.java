package io.voltline.engine.admin;

import io.voltline.domain.workorder.LimitProfile;
import io.voltline.domain.workorder.WorkOrderTypes;
import io.voltline.engine.desk.Refused;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The time limits of work orders are administered here. A change holds for orders accepted from
 * then on; what was promised before stays. May block; throws Unavailable.
 */
public final class LimitDesk {

  /**
   * All of it.
   *
   * @param valid the id of the profile that holds today
   */
  public record Standing(
      List<KeptLimits.Kept> profiles, List<KeptLimits.Choice> choices, String valid) {}

  private final KeptLimits kept;
  private final WorkOrderTypes types;
  private final ZoneId zone;
  private final InstantSource clock;

  public LimitDesk(KeptLimits kept, WorkOrderTypes types, ZoneId zone, InstantSource clock) {
    this.kept = kept;
    this.types = types;
    this.zone = zone;
    this.clock = clock;
  }

  public Standing standing() {
    List<KeptLimits.Kept> profiles = kept.profiles();
    List<KeptLimits.Choice> choices = kept.choices();
    LocalDate today = today();
    String valid =
        choices.stream()
            .filter(choice -> !choice.from().isAfter(today))
            .reduce((earlier, later) -> later)
            .map(KeptLimits.Choice::profile)
            .orElseGet(() -> profiles.getFirst().profile().id());
    return new Standing(profiles, choices, valid);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Adds or changes a profile.
   *
   * @param seen what stood there when it was decided on; empty to add one
   * @throws Refused INVALID naming a limit for a type there is not, CONFLICT when something else
   *     stands there by now
   */
  public Standing set(Actor by, LimitProfile wanted, Optional<LimitProfile> seen) throws Refused {
    for (int i = 0; i < wanted.limits().size(); i++) {
      Optional<String> type = wanted.limits().get(i).type();
      if (type.isPresent() && types.find(type.get()).isEmpty()) {
        throw new Refused(
            Refused.Reason.INVALID, "/limits/%d/type: no type '%s'".formatted(i, type.get()));
      }
    }
    return put(by, wanted.id(), Optional.of(wanted), seen);
  }

  /**
   * Puts back what Voltline comes with, or takes away a profile that was added.
   *
   * @param seen what stood there when it was decided on
   * @throws Refused NOT_FOUND; INVALID when it is chosen and would be gone; CONFLICT when something
   *     else stands there by now
   */
  public Standing putBack(Actor by, String id, LimitProfile seen) throws Refused {
    KeptLimits.Kept now = existing(id);
    if (now.own() && kept.choices().stream().anyMatch(choice -> choice.profile().equals(id))) {
      throw new Refused(Refused.Reason.INVALID, "/id: " + id + " holds on some days");
    }
    return put(by, id, Optional.empty(), Optional.of(seen));
  }

  private KeptLimits.Kept existing(String id) throws Refused {
    return kept.profiles().stream()
        .filter(it -> it.profile().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no profile " + id));
  }

  private Standing put(
      Actor by, String id, Optional<LimitProfile> wanted, Optional<LimitProfile> seen)
      throws Refused {
    if (!kept.set(id, wanted, seen, by, clock.instant())) {
      throw new Refused(Refused.Reason.CONFLICT, "profile " + id + " is not what it was any more");
    }
    return standing();
  }

  /**
   * Has a profile hold from a day on, or takes that back.
   *
   * @param profile empty for whatever holds before that day
   * @param seen what was chosen for that day when it was decided on
   * @throws Refused INVALID for a day that is over, NOT_FOUND for a profile there is not, CONFLICT
   *     when something else is chosen by now
   */
  public Standing choose(Actor by, LocalDate from, Optional<String> profile, Optional<String> seen)
      throws Refused {
    if (from.isBefore(today())) {
      throw new Refused(Refused.Reason.INVALID, "/day: " + from + " is over");
    }
    if (profile.isPresent()) {
      existing(profile.get());
    }
    if (!kept.choose(from, profile, seen, by, clock.instant())) {
      throw new Refused(
          Refused.Reason.CONFLICT, "for " + from + " something else is chosen by now");
    }
    return standing();
  }
}
