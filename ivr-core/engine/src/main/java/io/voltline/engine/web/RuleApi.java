package io.voltline.engine.web;

import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.RuleDesk;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.RuleForm;
import java.util.List;
import java.util.Optional;

/** Rules of queues, limits on agents and reasons for being busy, for administrators. */
final class RuleApi {
  private record RuleWish(Optional<RuleForm> rule, RuleForm seen) {}

  private record LimitWish(Optional<LimitForm> limits, LimitForm seen) {}

  private record ReasonWish(Optional<List<ReasonForm>> reasons, List<ReasonForm> seen) {}

  private final RuleDesk desk;

  RuleApi(RuleDesk desk) {
    this.desk = desk;
  }

  void offer(Operations api) {
    api.answer("getRules", this::list);
    api.answer("setQueueRule", this::set);
    api.answer("setLimits", this::setLimits);
    api.answer("setBusyReasons", this::setReasons);
  }

  private Reply list(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(desk.list());
  }

  private Reply set(Ask ask) throws Refused {
    Actor by = by(ask);
    RuleWish wish = ask.body(RuleWish.class).orElseThrow();
    return Reply.ok(desk.set(by, queue(ask.path("queue")), wish.rule(), wish.seen()));
  }

  private Reply setLimits(Ask ask) throws Refused {
    Actor by = by(ask);
    LimitWish wish = ask.body(LimitWish.class).orElseThrow();
    return Reply.ok(desk.setLimits(by, wish.limits(), wish.seen()));
  }

  private Reply setReasons(Ask ask) throws Refused {
    Actor by = by(ask);
    ReasonWish wish = ask.body(ReasonWish.class).orElseThrow();
    return Reply.ok(desk.setReasons(by, wish.reasons(), wish.seen()));
  }

  private static Actor by(Ask ask) throws Refused {
    return Actor.of(ask.account(), ask.address());
  }

  private static QueueId queue(String name) throws Refused {
    try {
      return new QueueId(name);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Reason.NOT_FOUND, "no queue " + name);
    }
  }
}
