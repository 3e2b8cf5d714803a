package io.voltline.engine.selfservice;

import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.notice.Situation;

/** What the callers' services look up and write down. */
public record Books(
    CustomerViews customers,
    WorkOrders orders,
    CallerNumbers numbers,
    OutageBook outages,
    BillBook bills,
    HallBook halls,
    Calendars calendars,
    Situation situation,
    SmsOutbox outbox,
    FaxBook faxes,
    Tapes tapes,
    SurveyBook surveys,
    CallBackBook callBacks) {}
