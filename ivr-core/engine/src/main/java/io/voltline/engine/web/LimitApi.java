package io.voltline.engine.web;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.workorder.LimitProfile;
import io.voltline.domain.workorder.Milestone;
import io.voltline.domain.workorder.Term;
import io.voltline.domain.workorder.TimeLimit;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.LimitDesk;
import io.voltline.engine.desk.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Profiles of time limits, for administrators. */
final class LimitApi {
  private record TermWish(int amount, Term.Unit unit) {}

  private record LimitWish(
      Optional<String> type,
      Optional<Area> area,
      Milestone milestone,
      TermWish term,
      Optional<Milestone> after) {
    TimeLimit limit() {
      return new TimeLimit(type, area, milestone, new Term(term.amount, term.unit), after);
    }
  }

  private record ProfileWish(Bilingual name, List<LimitWish> limits) {
    LimitProfile of(String id) {
      var made = new ArrayList<TimeLimit>();
      for (int i = 0; i < limits.size(); i++) {
        made.add(sound("/limits/" + i + "/term: ", limits.get(i)::limit));
      }
      return sound("", () -> new LimitProfile(id, name, made));
    }
  }

  private record Wish(Optional<ProfileWish> profile, Optional<ProfileWish> seen) {}

  private record Choice(Optional<String> profile, Optional<String> seen) {}

  private final LimitDesk desk;

  LimitApi(LimitDesk desk) {
    this.desk = desk;
  }

  void offer(Operations api) {
    api.answer("getLimitProfiles", this::standing);
    api.answer("setLimitProfile", this::set);
    api.answer("chooseLimitProfile", this::choose);
  }

  private Reply standing(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(desk.standing());
  }

  private Reply set(Ask ask) throws Refused {
    Actor by = by(ask);
    String id = ask.path("id");
    Wish wish = ask.body(Wish.class).orElseThrow();
    Optional<LimitProfile> seen = wish.seen().map(it -> it.of(id));
    if (wish.profile().isPresent()) {
      return Reply.ok(desk.set(by, wish.profile().get().of(id), seen));
    }
    return Reply.ok(
        desk.putBack(by, id, seen.orElseThrow(() -> new BadInput("/seen: must be given"))));
  }

  private Reply choose(Ask ask) throws Refused {
    Actor by = by(ask);
    Choice choice = ask.body(Choice.class).orElseThrow();
    return Reply.ok(
        desk.choose(by, CalendarApi.day(ask.path("day")), choice.profile(), choice.seen()));
  }

  /** What the domain refuses is the client's mistake. */
  private static <T> T sound(String place, Supplier<T> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      throw new BadInput(place + e.getMessage());
    }
  }

  private static Actor by(Ask ask) throws Refused {
    return Actor.of(ask.account(), ask.address());
  }
}
