package io.voltline.engine.web;

import io.voltline.engine.admin.Administration;
import io.voltline.engine.alarm.AlarmWatch;
import io.voltline.engine.broadcast.Broadcasts;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallQualities;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.WallDesk;
import io.voltline.engine.fax.Faxes;
import io.voltline.engine.form.FormDesk;
import io.voltline.engine.form.LateOrders;
import io.voltline.engine.notice.SituationDesk;
import io.voltline.engine.recovery.Handover;
import io.voltline.engine.selfservice.SmsSurvey;
import io.voltline.engine.shift.OwnDay;
import io.voltline.engine.shift.Reminders;
import io.voltline.engine.shift.RestRequests;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.CallOut;
import io.voltline.engine.talk.SupervisorDesk;
import io.voltline.engine.talk.TalkDesk;

/** The use cases the API offers, by subject. */
public record DeskServices(
    People people,
    Records records,
    FormDesk form,
    Messages messages,
    SituationDesk situation,
    Talking talking,
    Day day,
    Floor floor,
    Administration administration) {

  /** Who is at the desks, and what they are at. */
  public record People(SignIn signIn, AgentDesk agents, WallDesk wall) {}

  /** What is kept of calls and of those who called. */
  public record Records(
      CallHistory calls,
      CallQualities qualities,
      CustomerViews customers,
      Recordings recordings,
      Handover handover) {}

  /** What comes and goes in writing. */
  public record Messages(Faxes faxes, SmsSurvey smsSurvey) {}

  /** What is spoken at the desks, and what supervisors do about it. */
  public record Talking(
      TalkDesk talks, CallOut callOut, SupervisorDesk supervisors, AuditTrail audit) {}

  /** An agent's day at work. */
  public record Day(RestRequests rests, OwnDay ownDay, Reminders reminders) {}

  /** What supervisors lead the floor by. */
  public record Floor(Broadcasts broadcasts, AlarmWatch alarms, LateOrders lateOrders) {}
}
