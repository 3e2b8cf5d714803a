package io.voltline.engine.web;

import io.voltline.engine.admin.Administration;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallQualities;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.WallDesk;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.fax.Faxes;
import io.voltline.engine.form.FormDesk;
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

/** The use cases the API offers. */
public record DeskServices(
    SignIn signIn,
    AgentDesk agents,
    WallDesk wall,
    CallHistory calls,
    CallQualities qualities,
    CustomerViews customers,
    WorkOrders workOrders,
    Recordings recordings,
    Faxes faxes,
    SituationDesk situation,
    SmsSurvey smsSurvey,
    TalkDesk talks,
    CallOut callOut,
    SupervisorDesk supervisors,
    AuditTrail audit,
    Handover handover,
    RestRequests rests,
    OwnDay ownDay,
    Reminders reminders,
    Administration administration,
    FormDesk form) {}
