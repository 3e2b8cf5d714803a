package io.voltline.engine.web;

import java.time.InstantSource;

/** What answers the contract's operations, each with no more than it needs. */
record Apis(DeskServices services, WebSettings settings, EventHub events, InstantSource clock) {

  void offer(Operations operations) {
    new SessionApi(services.people().signIn(), events, settings).offer(operations);
    new AgentApi(services.people().agents(), clock).offer(operations);
    new WallApi(services.people().wall(), clock).offer(operations);
    new CallApi(services.records().calls(), services.records().customers(), clock)
        .offer(operations);
    new QualityApi(services.records().qualities()).offer(operations);
    new WorkOrderApi(
            services.form().orders(), services.form().forms(), services.records().recordings())
        .offer(operations);
    new FormApi(services.form()).offer(operations);
    new RecordingApi(services.records().recordings()).offer(operations);
    new FaxApi(services.messages().faxes()).offer(operations);
    new StormApi(services.situation().storms()).offer(operations);
    new NoticeApi(services.situation(), clock).offer(operations);
    new SmsApi(services.messages().smsSurvey()).offer(operations);
    new TalkApi(services.talking().talks(), services.talking().callOut()).offer(operations);
    new SupervisorApi(services.talking().supervisors(), services.talking().audit(), events)
        .offer(operations);
    new RecoveryApi(services.records().handover()).offer(operations);
    new RestApi(services.day().rests()).offer(operations);
    new DayApi(services.day().ownDay(), services.day().reminders()).offer(operations);
    new AlarmApi(services.floor().alarms()).offer(operations);
    new LateOrderApi(services.floor().lateOrders()).offer(operations);
    new BroadcastApi(services.floor().broadcasts()).offer(operations);
    new AccountApi(services.administration().accounts()).offer(operations);
    new FlowApi(services.administration().flows()).offer(operations);
    new CalendarApi(services.administration().calendar(), services.administration().settings())
        .offer(operations);
    new PromptApi(services.administration().prompts()).offer(operations);
    new RuleApi(services.administration().rules()).offer(operations);
    new LimitApi(services.administration().limits()).offer(operations);
    new ChangeApi(services.administration().changes()).offer(operations);
  }
}
