package io.voltline.engine.web;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.form.FilingDay;
import io.voltline.engine.form.LateOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which orders came late today. */
final class LateOrderApi {
  private record Day(int sent, int late, Optional<Duration> averageSeconds, List<Late> orders) {
    static Day of(FilingDay day) {
      return new Day(
          day.sent(), day.late(), day.average(), day.latest().stream().map(Late::of).toList());
    }
  }

  private record Late(
      WorkOrderNo no, String type, String by, CallId callId, Instant at, Duration afterSeconds) {
    static Late of(FilingDay.LateOrder order) {
      return new Late(
          order.no(), order.type(), order.by(), order.call(), order.at(), order.after());
    }
  }

  private final LateOrders orders;

  LateOrderApi(LateOrders orders) {
    this.orders = orders;
  }

  void offer(Operations api) {
    api.answer("listLateOrders", this::today);
  }

  private Reply today(Ask ask) throws Refused {
    return Reply.ok(Day.of(orders.today(ask.account())));
  }
}
