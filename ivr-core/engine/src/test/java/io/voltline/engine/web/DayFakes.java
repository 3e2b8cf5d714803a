package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.engine.desk.BusyReasons;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.shift.AgentDays;
import io.voltline.engine.shift.OwnDay;
import io.voltline.engine.shift.ReminderBook;
import io.voltline.engine.shift.Reminders;
import io.voltline.engine.shift.RestBook;
import io.voltline.engine.shift.RestRequests;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** An agent's day at work. */
final class DayFakes {
  final AgentCommands routing = mock(AgentCommands.class);
  final LiveView live = mock(LiveView.class);
  final AgentDays days = mock(AgentDays.class);
  final ReminderBook reminders = mock(ReminderBook.class);

  DeskServices.Day desks(EventHub events, InstantSource clock) {
    return new DeskServices.Day(
        new RestRequests(
            routing,
            live,
            events,
            (_, _, _, _) -> {},
            new BusyReasons(ReasonForm.USUAL, events, clock),
            mock(RestBook.class),
            clock),
        new OwnDay(days, clock, ZoneOffset.ofHours(8)),
        new Reminders(reminders, clock));
  }
}
