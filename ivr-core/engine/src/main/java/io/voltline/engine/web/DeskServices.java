package io.voltline.engine.web;

import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.fax.Faxes;
import io.voltline.engine.notice.SituationDesk;
import io.voltline.engine.selfservice.SmsSurvey;

/** The use cases the API offers. */
public record DeskServices(
    SignIn signIn,
    AgentDesk agents,
    CallHistory calls,
    CustomerViews customers,
    WorkOrders workOrders,
    Recordings recordings,
    Faxes faxes,
    SituationDesk situation,
    SmsSurvey smsSurvey) {}
