package io.voltline.engine.boot;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.alarm.HelpCalls;
import io.voltline.engine.asterisk.DeskLines;
import io.voltline.engine.asterisk.ManagerLink;
import io.voltline.engine.asterisk.ManagerSettings;
import io.voltline.engine.asterisk.Rings;
import io.voltline.engine.call.CallService;
import io.voltline.engine.call.Neighbours;
import io.voltline.engine.call.Waiting;
import io.voltline.engine.cluster.Redis;
import io.voltline.engine.cluster.RedisPresences;
import io.voltline.engine.cluster.RedisSessions;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.BusyReasons;
import io.voltline.engine.desk.Desk;
import io.voltline.engine.desk.LimitProfilesFile;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.dispatch.Dispatcher;
import io.voltline.engine.dispatch.journal.FileJournal;
import io.voltline.engine.fax.FaxOrders;
import io.voltline.engine.media.Finisher;
import io.voltline.engine.media.SpoolRecorder;
import io.voltline.engine.media.SpooledMessages;
import io.voltline.engine.media.Sweep;
import io.voltline.engine.recovery.Handover;
import io.voltline.engine.recovery.Recovery;
import io.voltline.engine.selfservice.CallBackLine;
import io.voltline.engine.selfservice.LostMessages;
import io.voltline.engine.shift.WorkWatch;
import io.voltline.engine.speech.ValueSpeaker;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.DatabaseSettings;
import io.voltline.engine.store.EngineRun;
import io.voltline.engine.store.LostCalls;
import io.voltline.engine.store.Seeds;
import io.voltline.engine.store.SqlAccounts;
import io.voltline.engine.store.SqlCallHistory;
import io.voltline.engine.store.SqlCallLog;
import io.voltline.engine.store.SqlCallQualities;
import io.voltline.engine.store.SqlCallerNumbers;
import io.voltline.engine.store.SqlCallers;
import io.voltline.engine.store.SqlCustomers;
import io.voltline.engine.store.SqlLimits;
import io.voltline.engine.store.SqlQueueDays;
import io.voltline.engine.store.SqlRecordingIndex;
import io.voltline.engine.store.SqlRecoveries;
import io.voltline.engine.store.SqlTalkLog;
import io.voltline.engine.store.SqlWorkLog;
import io.voltline.engine.store.SqlWorkOrders;
import io.voltline.engine.store.WriteBehind;
import io.voltline.engine.talk.TalkAnnouncer;
import io.voltline.engine.web.DeskServices;
import io.voltline.engine.web.EventHub;
import io.voltline.engine.web.HealthCheck;
import io.voltline.engine.web.WebServer;
import io.voltline.engine.web.WebSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All parts of one engine, wired by hand. Nothing here waits for a neighbour: each part finds its
 * neighbour when it comes up, and readiness tells whether it has.
 */
final class Engine implements AutoCloseable {
  private static final Duration AMI_PROBE = Duration.ofSeconds(5);
  private static final Duration AMI_LIMIT = Duration.ofSeconds(2);
  private static final Duration AMI_PAUSE = Duration.ofSeconds(1);

  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Parts parts = new Parts();

  private Engine(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts every part.
   *
   * @throws StartFailed when one can't, with all that were started before it stopped again
   */
  static Engine start(Settings settings) throws StartFailed {
    Engine engine = new Engine(settings);
    try {
      engine.wire();
      return engine;
    } catch (StartFailed e) {
      engine.close();
      throw e;
    } catch (RuntimeException e) {
      engine.close();
      throw new StartFailed(String.valueOf(e.getMessage()), e);
    }
  }

  /** Lets talks end within the limit, then stops every part, the last one first. */
  @Override
  public void close() {
    parts.close();
  }

  private void wire() throws StartFailed {
    ServedQueues.check(settings);

    // What lasts: MariaDB, Redis, files.
    var database = database();
    parts.stopping("database", database::close);
    var writes = new WriteBehind(database, settings.database().backlog());
    parts.stopping("call records", writes::close);
    var run = new EngineRun(clock.instant());
    var callLog = new SqlCallLog(writes, run);
    var customers = new SqlCustomers(database);
    var recordings = new SqlRecordingIndex(database, writes);
    var finisher =
        new Finisher(
            settings.paths().spool(), settings.paths().recordings(), recordings, settings.zone());
    parts.stopping("recordings", finisher::close);
    var recorder = new SpoolRecorder(recordings, finisher);
    var redis = new Redis(URI.create(settings.redis().url().reveal()), settings.redis().timeout());
    parts.start("redis", redis::start, redis::close);

    // Routing, and the desks that are told of it.
    var dispatcher = new Dispatcher(settings.routing(), clock, settings.mailbox(), metrics);
    var journal = journal();
    parts.stopping("journal", journal::close);
    var events = new EventHub();
    var reasons = new BusyReasons(settings.ruled().busyReasons(), events, clock);
    var desk = desk(database, customers, redis, dispatcher, reasons, events);

    // What callers are led by, and what they can do by themselves.
    var situation = SituationParts.of(settings.situation(), database, clock, metrics);
    parts.start("situation", situation.watch()::start, situation.watch()::close);
    parts.start("sounds of notices", situation.sweep()::start, situation.sweep()::close);
    var orders =
        new WorkOrders(
            WorkOrderTypesFile.read(),
            new SqlWorkOrders(database, settings.zone()),
            new SqlLimits(database, LimitProfilesFile.read(), settings.zone()),
            events,
            clock);
    var selfService =
        SelfServiceParts.of(
            settings.selfService(),
            () -> usualDemand(dispatcher.profile()),
            database,
            writes,
            run,
            customers,
            orders,
            recorder,
            situation.watch(),
            clock,
            metrics);
    parts.stopping("services", selfService.services()::close);
    var recoveries = new SqlRecoveries(database);
    var recovery = new Recovery(recoveries, orders, clock);
    parts.start("recovery", recovery::start, recovery::close);
    parts.start("short messages", selfService.sms()::start, selfService.sms()::close);

    // Calls, and the switch they come from.
    var rings = new Rings();
    var lines = new DeskLines(rings);
    var talkLog = new SqlTalkLog(writes, run);
    var helps =
        new HelpCalls(new TalkAnnouncer(events, desk.passingOn(), clock), dispatcher.live());
    var talking = TalkParts.of(settings, dispatcher, desk, talkLog, recorder, helps, lines, clock);
    var talks = talking.talks();
    parts.stopping("talks", talks::close);
    Supplier<Set<QueueId>> queues = () -> dispatcher.profile().queues().keySet();
    var flows = Flows.read(settings.paths(), queues);
    parts.start("flows", flows::start, flows::close);
    var phones = new LateSwitch();
    var directory = new SqlCallers(database, clock, settings.waiting().lastAgent());
    var callBacks =
        new CallBackLine(
            selfService.callBacks(), settings.selfService().callBacks(), phones, directory, clock);
    var voice = Voices.of(settings.speech(), parts);
    var texts = Voices.texts(settings, voice, clock, metrics);
    var numbers = Voices.numbers(settings, texts);
    var calls =
        new CallService(
            settings.agi().calls(),
            flows::of,
            new Neighbours(
                dispatcher,
                phones,
                desk.calls(),
                callLog,
                recorder,
                directory,
                waiting(dispatcher),
                selfService.services(),
                new ValueSpeaker(texts, clock, settings.zone()),
                callBacks,
                selfService.survey(),
                talks,
                clock));
    var ami = new ManagerLink(ami(), rings, dispatcher, calls, lines, talks);
    phones.is(ami);
    var work = new WorkWatch(new SqlWorkLog(writes));
    parts.start(
        "routing",
        () ->
            dispatcher.start(
                calls,
                agent -> {
                  desk.agentChanges().changed(agent);
                  work.changed(agent);
                },
                callLog,
                (promise, at) -> {
                  callLog.broken(promise, at);
                  desk.promises().broken(promise, at);
                },
                journal),
        dispatcher::close);
    parts.start("desk", desk::start, desk::close);
    parts.start("ami", ami::start, ami::close);
    var sweep = new Sweep(settings.paths().spool(), recordings, finisher, ami, clock);
    parts.start("sweep of recordings", sweep::start, sweep::close);
    var lostMessages =
        new LostMessages(
            new SpooledMessages(settings.paths().spool(), recordings), recorder, orders, clock);
    parts.start("sweep of messages", lostMessages::start, lostMessages::close);
    var lostCalls = new LostCalls(database, run, ami, selfService.survey(), clock);
    parts.start("sweep of calls", lostCalls::start, lostCalls::close);

    var fax =
        FaxParts.of(
            settings,
            database,
            new FaxOrders(orders, new SqlCallerNumbers(database), customers),
            ami,
            clock,
            metrics);
    parts.start("faxes out", fax.sender()::start, fax.sender()::close);
    parts.start("faxes in", fax.receiver()::start, fax.receiver()::close);

    var day = DayParts.of(settings, database, writes, dispatcher, events, talkLog, reasons, clock);
    parts.start("requests for rest", day.rests()::start, day.rests()::close);

    // The doors, last: whoever comes in finds everything in its place.
    var notices = situation.desk(desk.agents(), ami);
    var gate = new Gate(flows, settings, calls, rings, numbers, notices.recordings(), clock);
    var speaking = Voices.ahead(numbers, desk.agents());
    parts.start("numbers of agents", speaking::start, speaking::close);
    var administration =
        AdministrationParts.of(
            settings, database, desk, events, ami, flows, dispatcher, reasons, voice, clock);
    parts.start("phones", administration.phones()::start, administration.phones()::close);
    parts.start("prompts", administration.prompts()::start, administration.prompts()::close);
    var checks =
        List.of(
            new HealthCheck("database", database::up),
            new HealthCheck("redis", redis::up),
            new HealthCheck("routing", dispatcher::running),
            new HealthCheck("ami", ami::up),
            new HealthCheck("agi", gate::open));
    var floor = new FloorParts(settings, desk.agents(), events, dispatcher, clock);
    var alarms =
        floor.alarms(
            database, writes, queue -> promise(queue, dispatcher.profile()), helps, checks);
    parts.start("alarms", alarms::start, alarms::close);
    var services =
        new DeskServices(
            new DeskServices.People(desk.signIn(), desk.agents(), desk.wall()),
            new DeskServices.Records(
                new SqlCallHistory(database, writes),
                new SqlCallQualities(database, writes),
                customers,
                new Recordings(recordings, settings.paths().recordings(), clock),
                new Handover(recoveries, clock)),
            FormParts.of(settings, database, writes, customers, orders, clock),
            new DeskServices.Messages(fax.faxes(), selfService.survey()),
            notices,
            talking.desks(database, writes, calls, desk, queues),
            day,
            floor.desks(database, alarms),
            administration.desks());
    new EngineMetrics(metrics).of(calls, writes, events, finisher);
    var web = WebServer.start(web(), services, events, checks, metrics::scrape, clock);
    parts.stopping("web", web::close);
    parts.start("agi", gate::start, gate::close);
    parts.start("call-backs", callBacks::start, callBacks::close);
    parts.stopping("calls", () -> new Drain(settings.drain()).of(calls));
    parts.start("static queue", () -> ami.callsBack(flows.complete()), () -> ami.callsBack(false));
  }

  private Database database() {
    Settings.Database where = settings.database();
    return Database.open(
        new DatabaseSettings(where.url(), where.user(), where.password(), where.connections()),
        new Seeds(settings.paths().accounts(), clock, settings.zone()));
  }

  private Desk desk(
      Database database,
      SqlCustomers customers,
      Redis redis,
      Dispatcher dispatcher,
      BusyReasons reasons,
      EventHub events) {
    return new Desk(
        new Desk.Neighbours(
            new SqlAccounts(database, settings.zone(), clock),
            customers,
            new RedisSessions(redis),
            new RedisPresences(redis, settings.node()),
            dispatcher,
            dispatcher.live(),
            new SqlQueueDays(database),
            reasons,
            events),
        new Desk.Figures(
            settings.desk().session(),
            settings.desk().attempts(),
            settings.desk().attemptsWindow(),
            queue -> promise(queue, dispatcher.profile()),
            settings.zone()),
        clock);
  }

  private FileJournal journal() {
    Settings.Journal limits = settings.journal();
    return new FileJournal(
        settings.paths().journal(),
        Version.text(),
        new FileJournal.Limits(limits.fileBytes(), limits.totalBytes(), limits.backlog()),
        clock,
        metrics);
  }

  private static Duration promise(QueueId queue, RoutingProfile routing) {
    return Duration.ofMillis(routing.queues().getOrDefault(queue, routing.usual()).promiseMillis());
  }

  private Waiting waiting(Dispatcher dispatcher) {
    return new Waiting(
        settings.waiting().tellFirst(),
        settings.waiting().tellEvery(),
        settings.waiting().choicesAfter(),
        new LiveDemands(settings.settled(), dispatcher::profile));
  }

  private Demand usualDemand(RoutingProfile routing) {
    return Objects.requireNonNull(routing.queues().get(settings.selfService().usualQueue()))
        .demand();
  }

  private ManagerSettings ami() {
    Settings.Ami ami = settings.ami();
    return new ManagerSettings(
        ami.host(), ami.port(), ami.user(), ami.secret(), AMI_PROBE, AMI_LIMIT, AMI_PAUSE);
  }

  private WebSettings web() {
    return new WebSettings(
        settings.bind(),
        settings.httpPort(),
        settings.https().port(),
        settings.https().certificate(),
        settings.https().key(),
        settings.paths().desk(),
        settings.asteriskHttpPort(),
        settings.sip().host(),
        settings.sip().port());
  }
}
