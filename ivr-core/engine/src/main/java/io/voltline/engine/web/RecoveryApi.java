package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.recovery.Handover;
import io.voltline.engine.recovery.HandoverItem;
import io.voltline.engine.recovery.QualityDraw;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Dissatisfied callers: what one shift hands to the next, and what is drawn for a check. */
final class RecoveryApi {
  private record ItemJson(
      CallId callId,
      WorkOrderNo workOrderNo,
      Instant since,
      Optional<Instant> confirmedAt,
      Optional<AgentNo> confirmedBy) {
    static ItemJson of(HandoverItem item) {
      return new ItemJson(
          item.call(),
          item.order(),
          item.since(),
          item.confirmed().map(HandoverItem.Confirmed::at),
          item.confirmed().map(HandoverItem.Confirmed::by));
    }
  }

  private record DrawJson(
      CallId callId, Optional<AgentNo> agentNo, String reason, Instant drawnAt) {
    static DrawJson of(QualityDraw draw) {
      return new DrawJson(draw.call(), draw.agent(), draw.reason(), draw.drawnAt());
    }
  }

  private final Handover handover;

  RecoveryApi(Handover handover) {
    this.handover = handover;
  }

  void offer(Operations api) {
    api.answer("listHandover", this::list);
    api.answer("confirmHandover", this::confirm);
    api.answer("listQualityDraws", this::draws);
  }

  private Reply list(Ask ask) throws Refused {
    boolean all = ask.query("all").filter("true"::equals).isPresent();
    return Reply.ok(
        Map.of(
            "items",
            handover.list(ask.account(), all, ask.limit()).stream().map(ItemJson::of).toList()));
  }

  private Reply confirm(Ask ask) throws Refused {
    return Reply.ok(ItemJson.of(handover.confirm(ask.account(), TalkApi.call(ask))));
  }

  private Reply draws(Ask ask) throws Refused {
    return Reply.ok(
        Map.of(
            "draws",
            handover.draws(ask.account(), ask.limit()).stream().map(DrawJson::of).toList()));
  }
}
