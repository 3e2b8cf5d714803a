package io.voltline.engine.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.desk.QueueDay;
import io.voltline.engine.desk.WallView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Wall. */
record WallJson(List<AgentJson> agents, List<Queue> queues, List<Waiting> waiting) {

  record Queue(
      @JsonUnwrapped QueueJson live, Optional<Instant> waitingSince, Optional<Day> today) {}

  record Day(int answered, int inTime, int abandoned, int abandonedLate) {}

  record Waiting(
      CallId callId,
      QueueId queue,
      String caller,
      Instant queuedAt,
      Instant dueAt,
      boolean ringing,
      boolean danger) {}

  static WallJson of(WallView wall, Instant now) {
    return new WallJson(
        wall.agents().stream().map(AgentJson::of).toList(),
        wall.queues().stream().map(queue -> queue(queue, now)).toList(),
        wall.waiting().stream().map(WallJson::waiting).toList());
  }

  private static Queue queue(WallView.Queue queue, Instant now) {
    return new Queue(
        QueueJson.of(queue.live(), now), queue.live().oldest(), queue.today().map(WallJson::day));
  }

  private static Day day(QueueDay day) {
    return new Day(day.answered(), day.inTime(), day.abandoned(), day.abandonedLate());
  }

  private static Waiting waiting(WallView.Waiting waiting) {
    var call = waiting.live();
    return new Waiting(
        call.call(),
        call.queue(),
        Masked.number(waiting.caller()),
        call.queuedAt(),
        call.dueAt(),
        call.ringing(),
        call.danger());
  }
}
