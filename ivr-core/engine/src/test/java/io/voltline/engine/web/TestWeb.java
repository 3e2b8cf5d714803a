package io.voltline.engine.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.survey.SurveyRule;
import io.voltline.engine.admin.AccountDesk;
import io.voltline.engine.admin.Administration;
import io.voltline.engine.admin.CalendarDesk;
import io.voltline.engine.admin.ChangeBook;
import io.voltline.engine.admin.ChangeTrail;
import io.voltline.engine.admin.FlowDesk;
import io.voltline.engine.admin.FlowShelf;
import io.voltline.engine.admin.KeptAccounts;
import io.voltline.engine.admin.KeptCalendar;
import io.voltline.engine.admin.PhoneBook;
import io.voltline.engine.admin.SettingsSheet;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallQualities;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.SignedIn;
import io.voltline.engine.desk.WallDesk;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.fax.FaxFormat;
import io.voltline.engine.fax.FaxIndex;
import io.voltline.engine.fax.FaxJobs;
import io.voltline.engine.fax.Faxes;
import io.voltline.engine.form.AlikeOrders;
import io.voltline.engine.form.CustomerFinder;
import io.voltline.engine.form.CustomerSearch;
import io.voltline.engine.form.FormDesk;
import io.voltline.engine.form.KnowledgeBook;
import io.voltline.engine.form.OrderForms;
import io.voltline.engine.form.SameMatters;
import io.voltline.engine.form.Tariffs;
import io.voltline.engine.notice.NoticeBoard;
import io.voltline.engine.notice.NoticeBook;
import io.voltline.engine.notice.NoticeRecordings;
import io.voltline.engine.notice.NoticeSounds;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.notice.SituationDesk;
import io.voltline.engine.notice.SituationWatch;
import io.voltline.engine.notice.StormBook;
import io.voltline.engine.notice.Storms;
import io.voltline.engine.recovery.Handover;
import io.voltline.engine.recovery.RecoveryBook;
import io.voltline.engine.selfservice.BillBook;
import io.voltline.engine.selfservice.OutageBook;
import io.voltline.engine.selfservice.OutageOrders;
import io.voltline.engine.selfservice.SmsOutbox;
import io.voltline.engine.selfservice.SmsSurvey;
import io.voltline.engine.selfservice.SurveyBook;
import io.voltline.engine.shift.AgentDays;
import io.voltline.engine.shift.OwnDay;
import io.voltline.engine.shift.ReminderBook;
import io.voltline.engine.shift.Reminders;
import io.voltline.engine.shift.RestRequests;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.CallOut;
import io.voltline.engine.talk.SupervisorDesk;
import io.voltline.engine.talk.TalkDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real web server around mocked ports. Token {@code token-1001} is agent 1001's, and so on. */
final class TestWeb implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final StormRule STORM = new StormRule(12, 15, 60, Duration.ofMinutes(15));

  private static final SettingsSheet SETTINGS =
      new SettingsSheet(
          List.of(),
          List.of(new SettingsSheet.Reason("MEAL", true)),
          List.of(),
          List.of(new SettingsSheet.Prompt("welcome", new Bilingual("您好", "Welcome"))));

  final SignIn signIn = mock(SignIn.class);
  final AgentDesk agents = mock(AgentDesk.class);
  final WallDesk wall = mock(WallDesk.class);
  final CallHistory calls = mock(CallHistory.class);
  final CallQualities qualities = mock(CallQualities.class);
  final CustomerViews customers = mock(CustomerViews.class);
  final WorkOrderStore orders = mock(WorkOrderStore.class);
  private final WorkOrders workOrders;
  final AlikeOrders alike = mock(AlikeOrders.class);
  final OutageBook outages = mock(OutageBook.class);
  final BillBook bills = mock(BillBook.class);
  final KnowledgeBook knowledge = mock(KnowledgeBook.class);
  final CustomerSearch customerSearch = mock(CustomerSearch.class);
  final RecordingIndex recordings = mock(RecordingIndex.class);
  final FaxIndex faxes = mock(FaxIndex.class);
  final FaxJobs faxJobs = mock(FaxJobs.class);
  final StormBook storm = mock(StormBook.class);
  final NoticeBook notices = mock(NoticeBook.class);
  final NoticeSounds sounds = mock(NoticeSounds.class);
  final RecordingPhone recordingPhone = mock(RecordingPhone.class);
  final SituationWatch situation;
  final SurveyBook surveys = mock(SurveyBook.class);
  final SmsOutbox outbox = mock(SmsOutbox.class);
  final RecoveryBook recoveries = mock(RecoveryBook.class);
  final KeptAccounts accounts = mock(KeptAccounts.class);
  final PhoneBook phones = mock(PhoneBook.class);
  final FlowShelf flows = mock(FlowShelf.class);
  final KeptCalendar calendar = mock(KeptCalendar.class);
  final ChangeBook changes = mock(ChangeBook.class);
  final TalkDesk talks = mock(TalkDesk.class);
  final CallOut callOut = mock(CallOut.class);
  final SupervisorDesk supervisors = mock(SupervisorDesk.class);
  final AgentCommands routing = mock(AgentCommands.class);
  final LiveView live = mock(LiveView.class);
  final AgentDays days = mock(AgentDays.class);
  final ReminderBook reminders = mock(ReminderBook.class);
  final EventHub events = new EventHub();
  final AtomicBoolean database = new AtomicBoolean(true);
  final int port = freePort();
  final int securePort = freePort();
  final Path recordingFolder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  TestWeb(Path folder, int switchPort) throws Exception {
    recordingFolder = Files.createDirectories(folder.resolve("recordings"));
    Path desk = Files.createDirectories(folder.resolve("desk"));
    Files.createDirectories(desk.resolve("assets"));
    Files.writeString(desk.resolve("index.html"), "<!doctype html><title>desk</title>");
    Files.writeString(desk.resolve("assets/app-1a2b3c.js"), "// " + "x".repeat(10_000));
    Path certificate = folder.resolve("cert.pem");
    Path key = folder.resolve("key.pem");
    TestCertificate.write(certificate, key);
    doThrow(new Refused(Refused.Reason.UNAUTHORIZED, "sign in first"))
        .when(signIn)
        .authenticate(anyString());
    account(agent("1001", Role.AGENT, PhoneKind.WEBRTC));
    account(agent("1011", Role.AGENT, PhoneKind.SIP));
    account(agent("2001", Role.SUPERVISOR, PhoneKind.WEBRTC));
    account(agent("3001", Role.QUALITY, PhoneKind.WEBRTC));
    account(agent("9001", Role.ADMIN, PhoneKind.WEBRTC));
    var clock = InstantSource.fixed(NOW);
    lenient()
        .when(agents.request(any(), any()))
        .thenReturn(agent("1001", Role.AGENT, PhoneKind.WEBRTC));
    situation = new SituationWatch(storm, notices, sounds, STORM, clock, new SimpleMeterRegistry());
    workOrders = new WorkOrders(WorkOrderTypesFile.read(), orders, events, clock);
    var services =
        new DeskServices(
            signIn,
            agents,
            wall,
            calls,
            qualities,
            customers,
            workOrders,
            new Recordings(recordings, recordingFolder, clock),
            new Faxes(faxes, faxJobs, this::faxPages, clock),
            situationDesk(clock),
            new SmsSurvey(
                surveys,
                outbox,
                new SurveyRule(1, Duration.ofHours(24)),
                ZoneOffset.ofHours(8),
                clock),
            talks,
            callOut,
            supervisors,
            new AuditTrail(_ -> List.of()),
            new Handover(recoveries, clock),
            new RestRequests(routing, live, events, (_, _, _, _) -> {}, clock),
            new OwnDay(days, clock, ZoneOffset.ofHours(8)),
            new Reminders(reminders, clock),
            administration(clock),
            form(clock));
    server =
        WebServer.start(
            new WebSettings(
                "127.0.0.1",
                port,
                securePort,
                certificate,
                key,
                desk,
                switchPort,
                "10.0.0.5",
                5060),
            services,
            events,
            List.of(new HealthCheck("database", database::get)),
            () -> "voltline_up 1\n",
            clock);
  }

  private Administration administration(InstantSource clock) {
    var skills = Set.of(new SkillId("fault"), new SkillId("general"));
    return new Administration(
        new AccountDesk(accounts, signIn, events::close, () -> {}, phones, skills, clock),
        new FlowDesk(flows, changes, clock),
        new CalendarDesk(calendar, ZoneOffset.ofHours(8), clock),
        SETTINGS,
        new ChangeTrail(changes));
  }

  private FormDesk form(InstantSource clock) {
    return new FormDesk(
        new OrderForms(workOrders, calls, Duration.ofMinutes(3), clock),
        new SameMatters(
            alike,
            customers,
            new OutageOrders(outages, workOrders),
            workOrders,
            Duration.ofMinutes(10),
            clock),
        new Tariffs(bills, ZoneOffset.ofHours(8), clock),
        knowledge,
        new CustomerFinder(customerSearch));
  }

  private SituationDesk situationDesk(InstantSource clock) {
    Runnable changed = situation::look;
    var board = new NoticeBoard(notices, changed, clock);
    return new SituationDesk(
        new Storms(storm, situation, STORM, clock),
        board,
        new NoticeRecordings(
            board, notices, sounds, recordingPhone, agents, Duration.ofMinutes(3), changed, clock));
  }

  private Optional<Path> faxPages(FaxFile file, FaxFormat format) {
    String name = format == FaxFormat.TIFF ? file.path() : file.path().replace(".tiff", ".pdf");
    return Optional.of(recordingFolder.resolve(name)).filter(Files::exists);
  }

  private void account(Agent agent) throws Refused {
    String no = agent.account().agentNo().value();
    lenient().doReturn(agent.account()).when(signIn).authenticate("token-" + no);
    var session = new SignedIn("token-" + no, agent, Optional.empty());
    lenient().doReturn(session).when(signIn).signIn(no, "right", "127.0.0.1");
    lenient().doReturn(session).when(signIn).current("token-" + no);
  }

  static Agent agent(String no, Role role, PhoneKind phone) {
    var account =
        new Account(
            new AgentNo(no),
            "测试" + no,
            role,
            phone,
            List.of(Certificate.of(new SkillId("general"), 5)),
            new Secret("sip-" + no));
    return new Agent(
        account,
        new AgentView(
            new AgentNo(no),
            AgentState.IDLE,
            Optional.empty(),
            NOW,
            Optional.empty(),
            true,
            Optional.empty()));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  HttpRequest.Builder as(String agent, String path) {
    return request(path).header("Authorization", "Bearer token-" + agent);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> get(String agent, String path) throws Exception {
    return send(as(agent, path).GET());
  }

  HttpResponse<String> post(String agent, String path, String json) throws Exception {
    return send(
        as(agent, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
