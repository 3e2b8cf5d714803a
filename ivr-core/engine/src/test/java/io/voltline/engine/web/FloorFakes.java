package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.alarm.AlarmWatch;
import io.voltline.engine.broadcast.BroadcastBook;
import io.voltline.engine.broadcast.Broadcasts;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.form.FilingDays;
import io.voltline.engine.form.LateOrders;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;

/** What supervisors lead the floor by. Its only queue is general. */
final class FloorFakes {
  final BroadcastBook broadcasts = mock(BroadcastBook.class);
  final FilingDays filings = mock(FilingDays.class);
  final AlarmWatch alarms = mock(AlarmWatch.class);

  DeskServices.Floor desks(AgentDesk agents, EventHub events, InstantSource clock) {
    var general = Map.of(new QueueId("general"), Demand.of(new SkillId("general")));
    return new DeskServices.Floor(
        new Broadcasts(broadcasts, agents, () -> general, events, clock),
        alarms,
        new LateOrders(filings, clock, ZoneOffset.ofHours(8)));
  }
}
