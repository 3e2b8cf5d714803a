package io.voltline.engine.web;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.QueueDesk;
import io.voltline.engine.admin.RuleDesk;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.RuleForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queues, skills, limits on agents and reasons for being busy, for administrators. */
final class RuleApi {
  private record RuleWish(Optional<RuleForm> rule, RuleForm seen) {}

  private record NewQueue(String queue, Bilingual name, RuleForm rule) {}

  private record NameWish(Optional<Bilingual> name, Optional<Bilingual> seen) {}

  private record SkillWish(Map<String, Bilingual> skills, Map<String, Bilingual> seen) {}

  private record LimitWish(Optional<LimitForm> limits, LimitForm seen) {}

  private record ReasonWish(Optional<List<ReasonForm>> reasons, List<ReasonForm> seen) {}

  private final RuleDesk desk;
  private final QueueDesk queues;

  RuleApi(RuleDesk desk) {
    this.desk = desk;
    this.queues = desk.queues();
  }

  void offer(Operations api) {
    api.answer("getRules", this::list);
    api.answer("setQueueRule", this::set);
    api.answer("addQueue", this::add);
    api.answer("removeQueue", this::remove);
    api.answer("nameQueue", this::name);
    api.answer("setSkills", this::setSkills);
    api.answer("getNames", _ -> Reply.ok(queues.names()));
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

  private Reply add(Ask ask) throws Refused {
    Actor by = by(ask);
    NewQueue wish = ask.body(NewQueue.class).orElseThrow();
    try {
      return Reply.ok(queues.add(by, new QueueId(wish.queue()), wish.name(), wish.rule()));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Reason.INVALID, "/queue: " + e.getMessage());
    }
  }

  private Reply remove(Ask ask) throws Refused {
    Actor by = by(ask);
    return Reply.ok(queues.remove(by, queue(ask.path("queue"))));
  }

  private Reply name(Ask ask) throws Refused {
    Actor by = by(ask);
    NameWish wish = ask.body(NameWish.class).orElseThrow();
    return Reply.ok(queues.name(by, queue(ask.path("queue")), wish.name(), wish.seen()));
  }

  private Reply setSkills(Ask ask) throws Refused {
    Actor by = by(ask);
    SkillWish wish = ask.body(SkillWish.class).orElseThrow();
    return Reply.ok(queues.setSkills(by, wish.skills(), wish.seen()));
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
