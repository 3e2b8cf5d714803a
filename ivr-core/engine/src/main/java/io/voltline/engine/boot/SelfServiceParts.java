package io.voltline.engine.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.gateway.LoopbackSms;
import io.voltline.engine.notice.Situation;
import io.voltline.engine.selfservice.Books;
import io.voltline.engine.selfservice.CallBackBook;
import io.voltline.engine.selfservice.SelfService;
import io.voltline.engine.selfservice.ServiceRules;
import io.voltline.engine.selfservice.SmsSender;
import io.voltline.engine.selfservice.SmsSurvey;
import io.voltline.engine.selfservice.Tapes;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.EngineRun;
import io.voltline.engine.store.SqlBills;
import io.voltline.engine.store.SqlCalendars;
import io.voltline.engine.store.SqlCallBacks;
import io.voltline.engine.store.SqlCallerNumbers;
import io.voltline.engine.store.SqlFaxes;
import io.voltline.engine.store.SqlHalls;
import io.voltline.engine.store.SqlOutages;
import io.voltline.engine.store.SqlSmsOutbox;
import io.voltline.engine.store.SqlSurveys;
import io.voltline.engine.store.WriteBehind;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What callers can do by themselves, with the stores behind it. */
record SelfServiceParts(
    SelfService services, SmsSender sms, SmsSurvey survey, CallBackBook callBacks) {

  static SelfServiceParts of(
      Settings.SelfService settings,
      Supplier<Demand> usualDemand,
      Database database,
      WriteBehind writes,
      EngineRun run,
      CustomerViews customers,
      WorkOrders orders,
      Tapes tapes,
      Situation situation,
      InstantSource clock,
      MeterRegistry metrics) {
    var outbox = new SqlSmsOutbox(database);
    var callBacks = new SqlCallBacks(database, run);
    var surveys = new SqlSurveys(database, writes);
    var books =
        new Books(
            customers,
            orders,
            new SqlCallerNumbers(database),
            new SqlOutages(database),
            new SqlBills(database),
            new SqlHalls(database),
            new SqlCalendars(database),
            situation,
            outbox,
            new SqlFaxes(database),
            tapes,
            surveys,
            callBacks);
    var rules =
        new ServiceRules(
            settings.limit(),
            settings.repeatWindow(),
            settings.urgePause(),
            settings.callBacks(),
            settings.usualQueue(),
            usualDemand);
    return new SelfServiceParts(
        SelfService.of(books, rules, clock, metrics),
        new SmsSender(outbox, new LoopbackSms(), clock),
        new SmsSurvey(surveys, outbox, settings.survey(), settings.callBacks().zone(), clock),
        callBacks);
  }
}
