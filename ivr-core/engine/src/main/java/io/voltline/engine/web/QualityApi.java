package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.CallQualities;
import io.voltline.engine.desk.CallQuality;
import io.voltline.engine.desk.Refused;
import java.time.Instant;
import java.util.Optional;

/** What browser phones tell of the sound of their talks. */
final class QualityApi {
  private record Told(
      Instant since,
      double seconds,
      double lossPercent,
      double jitterMillis,
      Optional<Double> roundTripMillis,
      double mos,
      double mosLowest) {
    CallQuality by(AgentNo agent) {
      return new CallQuality(
          agent, since, seconds, lossPercent, jitterMillis, roundTripMillis, mos, mosLowest);
    }
  }

  private final CallQualities qualities;

  QualityApi(CallQualities qualities) {
    this.qualities = qualities;
  }

  void offer(Operations api) {
    api.answer("putCallQuality", this::put);
  }

  private Reply put(Ask ask) throws Refused {
    String id = ask.path("callId");
    var quality = ask.body(Told.class).orElseThrow().by(ask.account().agentNo());
    boolean kept = CallApi.callId(id).filter(call -> qualities.keep(call, quality)).isPresent();
    if (!kept) {
      throw new Refused(Refused.Reason.NOT_FOUND, "you had no part in a call " + id);
    }
    return Reply.none();
  }
}
