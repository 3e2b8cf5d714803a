package io.voltline.engine.web;

import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.ChangeTrail;
import io.voltline.engine.desk.Refused;
import java.util.Map;

/** What administrators changed, before and after. */
final class ChangeApi {
  private final ChangeTrail trail;

  ChangeApi(ChangeTrail trail) {
    this.trail = trail;
  }

  void offer(Operations api) {
    api.answer("listChanges", this::list);
  }

  private Reply list(Ask ask) throws Refused {
    var search =
        new Change.Search(
            ask.query("by"),
            ask.query("kind"),
            ask.query("subject"),
            ask.time("from"),
            ask.time("to"),
            ask.limit());
    return Reply.ok(Map.of("changes", trail.list(ask.account(), search)));
  }
}
