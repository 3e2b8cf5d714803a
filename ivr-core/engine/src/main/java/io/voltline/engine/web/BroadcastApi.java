package io.voltline.engine.web;

import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.broadcast.Broadcasts;
import io.voltline.engine.desk.Refused;
import java.util.Map;
import java.util.Optional;

/** What supervisors tell agents at their desks. */
final class BroadcastApi {
  private record New(
      String text,
      Broadcast.Level level,
      Optional<String> queue,
      Optional<String> agentNo,
      Optional<String> until) {}

  private final Broadcasts broadcasts;

  BroadcastApi(Broadcasts broadcasts) {
    this.broadcasts = broadcasts;
  }

  void offer(Operations api) {
    api.answer("listBroadcasts", this::list);
    api.answer("sendBroadcast", this::send);
    api.answer("withdrawBroadcast", this::withdraw);
    api.answer("listMyBroadcasts", this::mine);
    api.answer("readBroadcast", this::read);
  }

  private Reply list(Ask ask) throws Refused {
    var found = broadcasts.list(ask.account());
    return Reply.ok(Map.of("broadcasts", found.stream().map(BroadcastJson.Counted::of).toList()));
  }

  private Reply send(Ask ask) throws Refused {
    New sent = ask.body(New.class).orElseThrow();
    var wish =
        new Broadcast.Wish(
            sent.text(),
            sent.level(),
            audience(sent),
            sent.until().map(text -> Ask.time("/until", text)));
    return Reply.created(BroadcastJson.Counted.of(broadcasts.send(ask.account(), wish)));
  }

  private static Audience audience(New sent) {
    if (sent.queue().isPresent() && sent.agentNo().isPresent()) {
      throw new BadInput("/queue: not together with /agentNo");
    }
    Optional<Audience> queue = sent.queue().map(id -> new Audience.QueueAgents(new QueueId(id)));
    Optional<Audience> agent = sent.agentNo().map(no -> new Audience.OneAgent(new AgentNo(no)));
    return queue.or(() -> agent).orElseGet(Audience.Everybody::new);
  }

  private Reply withdraw(Ask ask) throws Refused {
    broadcasts.withdraw(ask.account(), id(ask));
    return Reply.none();
  }

  private Reply mine(Ask ask) {
    var unread = broadcasts.unread(ask.account());
    return Reply.ok(Map.of("broadcasts", unread.stream().map(BroadcastJson::of).toList()));
  }

  private Reply read(Ask ask) throws Refused {
    broadcasts.read(ask.account(), id(ask));
    return Reply.none();
  }

  private static long id(Ask ask) {
    return Long.parseLong(ask.path("id"));
  }
}
