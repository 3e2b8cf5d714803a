package io.voltline.engine.web;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.shift.OwnDay;
import io.voltline.engine.shift.Reminder;
import io.voltline.engine.shift.Reminders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An agent's own figures of the day, and the calls the agent is to make later. */
final class DayApi {
  private record New(
      String dueAt,
      String number,
      String note,
      Optional<String> callId,
      Optional<String> workOrderNo) {}

  private record Move(String dueAt) {}

  private final OwnDay days;
  private final Reminders reminders;

  DayApi(OwnDay days, Reminders reminders) {
    this.days = days;
    this.reminders = reminders;
  }

  void offer(Operations api) {
    api.answer("getMyDay", this::day);
    api.answer("listReminders", this::list);
    api.answer("addReminder", this::add);
    api.answer("moveReminder", this::move);
    api.answer("finishReminder", this::done);
  }

  private Reply day(Ask ask) throws Refused {
    return Reply.ok(DayJson.of(days.of(ask.account())));
  }

  private Reply list(Ask ask) throws Refused {
    boolean own = ask.account().takesCalls();
    return Reply.ok(
        Map.of(
            "reminders",
            reminders.list(ask.account(), ask.limit()).stream()
                .map(own ? ReminderJson::of : ReminderJson::masked)
                .toList()));
  }

  private Reply add(Ask ask) throws Refused {
    New sent = ask.body(New.class).orElseThrow();
    var wish =
        new Reminder.Wish(
            due(sent.dueAt()),
            PhoneNumber.parse(sent.number())
                .orElseThrow(() -> new BadInput("/number: not a phone number")),
            sent.note().strip(),
            sent.callId().flatMap(CallApi::callId),
            sent.workOrderNo().map(DayApi::order));
    return Reply.created(ReminderJson.of(reminders.add(ask.account(), wish)));
  }

  private Reply move(Ask ask) throws Refused {
    reminders.move(ask.account(), id(ask), due(ask.body(Move.class).orElseThrow().dueAt()));
    return Reply.none();
  }

  private Reply done(Ask ask) throws Refused {
    reminders.done(ask.account(), id(ask));
    return Reply.none();
  }

  private static long id(Ask ask) {
    return Long.parseLong(ask.path("id"));
  }

  private static WorkOrderNo order(String text) {
    return WorkOrderNo.parse(text)
        .orElseThrow(() -> new BadInput("/workOrderNo: not the number of a work order"));
  }

  private static Instant due(String text) {
    return Ask.time("/dueAt", text);
  }
}
