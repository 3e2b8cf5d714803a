package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Node;
import io.voltline.domain.flow.Phrase;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.notice.NoticeId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.engine.call.CallBacks;
import io.voltline.engine.call.CallLog;
import io.voltline.engine.call.CallObserver;
import io.voltline.engine.call.CallService;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.call.FixedDemands;
import io.voltline.engine.call.Neighbours;
import io.voltline.engine.call.Recorder;
import io.voltline.engine.call.Switch;
import io.voltline.engine.call.Waiting;
import io.voltline.engine.dispatch.Routing;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.testkit.fake.FakeCall;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** The FastAGI side against a fake Asterisk: whole calls, and every way the line can misbehave. */
class AgiContractTest {

  private static final int LIMIT = 50;
  private static final String ID = "vl1-1.1";

  private final CallLog log = Mockito.mock(CallLog.class);
  private final Routing routing = Mockito.mock(Routing.class);
  private final Rings rings = new Rings();
  private final List<RecordingPhone.Take> takes = new CopyOnWriteArrayList<>();
  private final AtomicLong offers = new AtomicLong();
  private List<AgentNo> freeAgents = List.of(new AgentNo("1001"));
  private final CallService calls;
  private final AgiGate gate;

  AgiContractTest() throws IOException {
    Mockito.doAnswer(queued -> offer(queued.getArgument(0)))
        .when(routing)
        .callQueued(Mockito.any(), Mockito.any());
    Recorder recorder = Mockito.mock(Recorder.class);
    Mockito.when(recorder.begin(Mockito.any(), Mockito.any())).thenReturn("file.raw");
    calls =
        new CallService(
            LIMIT,
            _ -> FlowBook.of(flow()),
            new Neighbours(
                routing,
                Mockito.mock(Switch.class),
                Mockito.mock(CallObserver.class),
                log,
                recorder,
                _ -> CallerDirectory.Known.NOTHING,
                new Waiting(
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    new FixedDemands(Map.of())),
                (_, _) -> Input.Told.failed(),
                (_, _) -> List.of("welcome"),
                Mockito.mock(CallBacks.class),
                _ -> {},
                _ -> Optional.empty(),
                InstantSource.system()));
    gate =
        AgiGate.open(
            InetAddress.getLoopbackAddress(),
            0,
            LIMIT,
            "/spool",
            calls::take,
            calls::goOn,
            rings,
            (agent, _) -> Optional.of("agent-" + agent),
            this::keeps,
            InstantSource.system());
  }

  @AfterEach
  void nothingIsLeftBehind() {
    await().until(() -> calls.live().isEmpty() && gate.connections() == 0);
    gate.close();
    assertThat(gate.listening()).isFalse();
  }

  private boolean keeps(RecordingPhone.Take take) {
    takes.add(take);
    return take.language() == Language.EN;
  }

  @ParameterizedTest
  @CsvSource({"en, 1", "zh, 0"})
  void anAnnouncementRecordedByPhoneIsKeptOrNot(String language, String kept) throws IOException {
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      call.variables()
          .putAll(
              Map.of(
                  "VL_NOTICE", "a1", "VL_LANGUAGE", language, "VL_TAKE", "a1-x", "VL_BY", "2001"));
      assertThat(call.run("notice")).isTrue();
      assertThat(call.variables()).containsEntry("VL_KEPT", kept);
      assertThat(takes)
          .containsExactly(
              new RecordingPhone.Take(
                  new NoticeId("a1"),
                  Language.valueOf(language.toUpperCase(Locale.ROOT)),
                  "a1-x",
                  new AgentNo("2001")));
    }
  }

  @Test
  void anAnnouncementNobodyNamesIsNotKept() throws IOException {
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      assertThat(call.run("notice")).isTrue();
      assertThat(call.variables()).containsEntry("VL_KEPT", "0");
      assertThat(takes).isEmpty();
    }
  }

  @Test
  void aWholeCall() throws IOException {
    serveAWholeCall();
  }

  private void serveAWholeCall() throws IOException {
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      call.endDial("ANSWER", true);
      assertThat(call.run("inbound")).isTrue();
      assertThat(call.commands())
          .startsWith("ANSWER")
          .containsSubsequence(
              "STREAM FILE \"voltline/welcome\" \"0123456789*#\"",
              "SET MUSIC ON",
              "EXEC \"Dial\" \"PJSIP/1001,8.500,gA(voltline/agent-1001:voltline/agent-1001)"
                  + "B(record^s^1(/spool/file.raw))\"",
              "EXEC \"StopMixMonitor\" \"\"")
          // Nothing behind it: a status nobody asks for would cost a round trip.
          .endsWith("SET VARIABLE \"VL_DONE\" \"1\"");
      assertThat(call.variables()).containsEntry("VL_QUEUE", "general");
    }
    verifyEnded(EndReason.AGENT_HUNG_UP);
  }

  @Test
  void amiIsLostWhileSeveralRingAndTheChannelSaysWhoAnswered() throws IOException {
    freeAgents = List.of(new AgentNo("1001"), new AgentNo("1002"));
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      call.variables().put("DIALEDPEERNAME", "PJSIP/1002-00000007");
      call.endDial("ANSWER", true);
      assertThat(call.run("inbound")).isTrue();
      assertThat(call.commands())
          .contains(
              "EXEC \"Dial\" \"PJSIP/1001&PJSIP/1002,8.500,gB(record^s^1(/spool/file.raw))\"");
    }
    verifyEnded(EndReason.AGENT_HUNG_UP);
    Mockito.verify(routing).talkEnded(new OfferId(2));
    Mockito.verify(routing).offerEnded(new OfferId(1), OfferOutcome.SUPERSEDED);
    Mockito.verify(routing, Mockito.never()).offerEnded(Mockito.eq(new OfferId(2)), Mockito.any());
  }

  @Test
  void amiIsLostWhileSeveralRingAndNobodyAnswers() throws Exception {
    freeAgents = List.of(new AgentNo("1001"), new AgentNo("1002"));
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      call.endDial("NOANSWER", false);
      Thread talk = Thread.startVirtualThread(() -> call.run("inbound"));
      for (long offer = 1; offer <= 2; offer++) {
        Mockito.verify(routing, Mockito.timeout(5000))
            .offerEnded(new OfferId(offer), OfferOutcome.NOT_ANSWERED);
      }
      call.hangUp();
      talk.join();
    }
    verifyEnded(EndReason.ABANDONED_IN_QUEUE);
  }

  @Test
  void aPlaceInLineIsSaidWithAKeyThatOnlyAmiCanPress() throws Exception {
    freeAgents = List.of();
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      Thread talk = Thread.startVirtualThread(() -> call.run("inbound"));
      await().until(() -> call.commands().contains("SET MUSIC ON"));
      calls.placeTold(new Command.PlaceTold(new CallId(ID), 3, OptionalLong.of(1)));
      await().until(() -> said(call).size() == 2);
      assertThat(said(call))
          .containsExactly(
              "STREAM FILE \"voltline/place-2\" \"D\"", "STREAM FILE \"voltline/wait-1\" \"D\"");
      call.hangUp();
      talk.join();
    }
    verifyEnded(EndReason.ABANDONED_IN_QUEUE);
  }

  private static List<String> said(FakeCall call) {
    return call.commands().stream().filter(command -> command.endsWith("\"D\"")).toList();
  }

  @Test
  void whomNobodyServesTheSwitchTakesOnWithAMessage() throws Exception {
    freeAgents = List.of();
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      Thread talk = Thread.startVirtualThread(() -> call.run("inbound"));
      await().until(() -> call.commands().contains("SET MUSIC ON"));
      calls.overflowed(
          new Command.Overflowed(
              new CallId(ID),
              new QueueId("general"),
              Optional.empty(),
              OverflowCause.NOBODY_CERTIFIED));
      talk.join();
      assertThat(call.variables()).containsEntry("VL_MESSAGE", "1").containsEntry("VL_DONE", "1");
    }
    verifyEnded(EndReason.VOICEMAIL);
  }

  @Test
  void callerHangsUpWhileRinging() throws Exception {
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      Thread talk = Thread.startVirtualThread(() -> call.run("inbound"));
      await().until(() -> call.commands().stream().anyMatch(c -> c.startsWith("EXEC \"Dial\"")));
      call.hangUp();
      talk.join();
      assertThat(call.commands()).contains("EXEC \"StopMixMonitor\" \"\"");
    }
    verifyEnded(EndReason.ABANDONED_IN_QUEUE);
  }

  @Test
  void aHangUpWhileWaitingIsFoundByTheNextCheck() throws Exception {
    freeAgents = List.of();
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      Thread talk = Thread.startVirtualThread(() -> call.run("inbound"));
      await().until(() -> call.commands().contains("SET MUSIC ON"));
      call.hangUp();
      talk.join();
    }
    verifyEnded(EndReason.ABANDONED_IN_QUEUE);
  }

  @Test
  void theLineBreaksAtEveryByte() throws IOException {
    long bytes;
    try (FakeCall whole = connect(ID, FakeCall.NO_CUT)) {
      whole.endDial("ANSWER", true);
      whole.run("inbound");
      bytes = whole.sent();
    }
    assertThat(bytes).isGreaterThan(500);
    for (long cut = 1; cut < bytes; cut++) {
      try (FakeCall call = connect(ID, cut)) {
        call.endDial("ANSWER", true);
        call.run("inbound");
      }
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> gate.connections() == 0);
      assertThat(calls.live()).isEmpty();
    }
  }

  @Test
  void aFloodIsServedUpToTheLimitAndTheRestIsClosed() throws Exception {
    freeAgents = List.of();
    var flood = new ArrayList<FakeCall>();
    var served = new ArrayList<Thread>();
    try {
      for (int i = 0; i < 4 * LIMIT; i++) {
        FakeCall call = connect("vl1-1." + i, FakeCall.NO_CUT);
        flood.add(call);
        served.add(Thread.startVirtualThread(() -> call.run("inbound")));
      }
      await().until(() -> waiting(flood) == LIMIT);
      await().until(() -> served.stream().filter(Thread::isAlive).count() == LIMIT);
    } finally {
      flood.forEach(FakeCall::close);
    }
    await().until(() -> calls.live().isEmpty());
    freeAgents = List.of(new AgentNo("1001"));
    serveAWholeCall();
  }

  @Test
  void whoSeesACallEndFindsRoomForTheNext() throws IOException {
    var socket = new AgiServerSocket(InetAddress.getLoopbackAddress(), 0, 1, Duration.ofSeconds(5));
    var server = new AgiServer(socket, (_, _) -> (_, channel) -> channel.answer());
    Thread serving = Thread.ofVirtual().start(server::serve);
    for (int i = 0; i < 500; i++) {
      try (FakeCall call = FakeCall.connect(socket.port(), ID, "", FakeCall.NO_CUT)) {
        assertThat(call.run("inbound")).isTrue();
      }
    }
    server.shutdown();
    await().until(() -> !serving.isAlive());
  }

  @Test
  void anUnknownScriptIsToldAndHarmsNobody() throws IOException {
    try (FakeCall call = connect(ID, FakeCall.NO_CUT)) {
      call.run("nonsense");
      assertThat(call.commands())
          .anyMatch(command -> command.contains("NOT_FOUND"))
          .anyMatch(command -> command.startsWith("VERBOSE") && command.contains("nonsense"));
    }
    serveAWholeCall();
  }

  @Test
  void aRequestThatDoesNotComeInTimeIsClosed() throws IOException {
    var socket =
        new AgiServerSocket(InetAddress.getLoopbackAddress(), 0, 1, Duration.ofMillis(200));
    var server = new AgiServer(socket, (_, _) -> (_, _) -> {});
    Thread serving = Thread.ofVirtual().start(server::serve);
    try (FakeCall slow = FakeCall.connect(socket.port(), ID, "", FakeCall.NO_CUT)) {
      slow.stall();
      slow.awaitClosed();
    }
    await().until(() -> socket.connections() == 0);
    server.shutdown();
    await().until(() -> !serving.isAlive());
  }

  private static long waiting(List<FakeCall> flood) {
    return flood.stream().filter(call -> call.commands().contains("SET MUSIC ON")).count();
  }

  private FakeCall connect(String uniqueId, long cutAfter) throws IOException {
    return FakeCall.connect(gate.port(), uniqueId, "1", cutAfter);
  }

  private Object offer(CallId call) {
    if (!freeAgents.isEmpty()) {
      var rings =
          freeAgents.stream()
              .map(agent -> new Command.Ring(new OfferId(offers.incrementAndGet()), agent))
              .toList();
      calls.offer(call, rings, Duration.ofMillis(8500));
    }
    return call;
  }

  private void verifyEnded(EndReason reason) {
    Mockito.verify(log, Mockito.timeout(5000).atLeastOnce())
        .ended(Mockito.any(), Mockito.eq(reason), Mockito.any());
  }

  private static Flow flow() {
    var welcome =
        new Node.Menu(
            "welcome",
            List.of(new Phrase.Fixed("welcome")),
            List.of(),
            Map.of('1', "agent"),
            1,
            Duration.ofSeconds(5),
            "agent");
    var agent =
        new Node.Queue("agent", new QueueId("general"), Demand.parse("general"), 0, Map.of());
    return new Flow("test", 1, "welcome", "agent", Map.of("welcome", welcome, "agent", agent));
  }
}
