package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.talk.AuditTrail;
import io.voltline.engine.talk.CallOut;
import io.voltline.engine.talk.SupervisorDesk;
import io.voltline.engine.talk.TalkDesk;
import io.voltline.testkit.fake.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real web server around mocked ports. Whom it knows: {@link PeopleFakes}. */
final class TestWeb implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  final PeopleFakes people = new PeopleFakes();
  final RecordFakes records = new RecordFakes();
  final FormFakes form = new FormFakes();
  final MessageFakes messages = new MessageFakes();
  final SituationFakes situation = new SituationFakes(CLOCK);
  final DayFakes day = new DayFakes();
  final FloorFakes floor = new FloorFakes();
  final AdministrationFakes administration = new AdministrationFakes();
  final EventHub events = new EventHub();
  final AtomicBoolean database = new AtomicBoolean(true);
  final int port = freePort();
  final int securePort = freePort();
  final Path folder;
  final Path recordingFolder;
  private final HttpClient client = HttpClient.newHttpClient();
  final SupervisorDesk supervisors = mock(SupervisorDesk.class);
  private final WebServer server;

  TestWeb(Path folder, int switchPort) throws Exception {
    this.folder = folder;
    recordingFolder = Files.createDirectories(folder.resolve("recordings"));
    Path desk = Files.createDirectories(folder.resolve("desk"));
    Files.createDirectories(desk.resolve("assets"));
    Files.writeString(desk.resolve("index.html"), "<!doctype html><title>desk</title>");
    Files.writeString(desk.resolve("assets/app-1a2b3c.js"), "// " + "x".repeat(10_000));
    Path certificate = folder.resolve("cert.pem");
    Path key = folder.resolve("key.pem");
    TestCertificate.write(certificate, key);
    var services =
        new DeskServices(
            people.desks(),
            records.desks(recordingFolder, CLOCK),
            form.desks(records, events, CLOCK),
            messages.desks(recordingFolder, CLOCK),
            situation.desks(people.agents),
            new DeskServices.Talking(
                mock(TalkDesk.class),
                mock(CallOut.class),
                supervisors,
                new AuditTrail(_ -> List.of())),
            day.desks(events, CLOCK),
            floor.desks(people.agents, events, CLOCK),
            administration.desks(people.signIn, events, folder, CLOCK));
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
            CLOCK);
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

  HttpResponse<String> put(String agent, String path, String json) throws Exception {
    return send(
        as(agent, path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
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
