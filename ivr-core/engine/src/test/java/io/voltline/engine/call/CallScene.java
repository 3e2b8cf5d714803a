package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.engine.dispatch.Routing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;

/** A call service with the caller and the neighbours in memory. */
abstract class CallScene {

  static final AgentNo ALICE = new AgentNo("1001");
  static final AgentNo BOB = new AgentNo("1002");
  static final AgentNo CAROL = new AgentNo("1003");
  static final OfferId FIRST = new OfferId(1);
  static final OfferId SECOND = new OfferId(2);
  static final QueueId GENERAL = new QueueId("general");
  static final QueueId FAULT = new QueueId("fault");
  static final FlowBook NO_FLOWS = FlowBook.of(new Flow("main", 1, "none", "none", Map.of()));
  static final Duration RING = Duration.ofSeconds(8);

  final Diary diary = new Diary();
  final List<Action.Consult> asked = new CopyOnWriteArrayList<>();
  Map<String, Map<String, Value>> answers = Map.of();
  volatile Optional<PlaceInLine> standsIn = Optional.empty();
  FlowServices services = (_, ask) -> answer(ask);
  AfterTalk afterTalk = _ -> Optional.empty();
  Duration tellFirst = Duration.ofHours(1);
  Duration choicesAfter = Duration.ofHours(1);
  final Switch phones = Mockito.mock(Switch.class);
  CallService calls = new CallService(1, _ -> NO_FLOWS, neighbours());
  Thread thread = Thread.startVirtualThread(() -> {});

  @BeforeEach
  void open() throws IOException {
    Mockito.when(phones.stopRinging(Mockito.any(), Mockito.any())).thenReturn(true);
    serve();
  }

  void serve() throws IOException {
    FlowBook flows = Shipped.flows();
    calls = new CallService(2, _ -> flows, neighbours());
  }

  @AfterEach
  void nothingIsLeftBehind() throws InterruptedException {
    over();
    assertThat(calls.live()).isEmpty();
  }

  private Input.Told answer(Action.Consult ask) {
    asked.add(ask);
    Map<String, Value> found = answers.get(ask.service());
    return found == null ? Input.Told.failed() : new Input.Told("found", found);
  }

  ScriptedCaller waitingCaller(String keys) {
    var caller = new ScriptedCaller(keys);
    take(caller);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    return caller;
  }

  void take(ScriptedCaller caller) {
    thread = Thread.ofVirtual().start(() -> calls.take(caller));
  }

  void offer(OfferId offer, AgentNo agent) {
    calls.offer(ScriptedCaller.ID, List.of(new Command.Ring(offer, agent)), RING);
  }

  static ScriptedCaller.Rung rung(ScriptedCaller caller) throws InterruptedException {
    ScriptedCaller.Rung rung = caller.rings.poll(10, TimeUnit.SECONDS);
    assertThat(rung).isNotNull();
    return Objects.requireNonNull(rung);
  }

  void leave(ScriptedCaller caller) throws InterruptedException {
    caller.hangUp();
    calls.gone(ScriptedCaller.ID);
    over();
  }

  void over() throws InterruptedException {
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
  }

  Neighbours neighbours() {
    Recorder recorder =
        new Recorder() {
          @Override
          public String begin(CallId call, Instant at) {
            diary.write("recorder.begin");
            return "file.raw";
          }

          @Override
          public String messageFile(Instant at) {
            return "message-1.wav";
          }

          @Override
          public void nothingSaid(String messageFile) {
            diary.write("recorder.nothingSaid", messageFile);
          }

          @Override
          public void heard(String fileName, AgentNo agent) {
            diary.write("recorder.heard", fileName, agent);
          }

          @Override
          public void finished(String fileName) {
            diary.write("recorder.finished", fileName);
          }

          @Override
          public void discarded(String fileName) {
            diary.write("recorder.discarded", fileName);
          }
        };
    return new Neighbours(
        diary.of("routing", Routing.class),
        phones,
        diary.of("desks", CallObserver.class),
        diary.of("log", CallLog.class),
        recorder,
        _ -> CallerDirectory.Known.NOTHING,
        new Waiting(
            tellFirst,
            Duration.ofMillis(20),
            choicesAfter,
            new FixedDemands(Map.of(FAULT, Demand.parse("fault:3")))),
        (call, ask) -> services.consult(call, ask),
        Shipped.SPEAKER,
        callBacks(),
        talk -> diary.write("surveys.notAsked", talk.number(), talk.agent(), talk.language()),
        call -> afterTalk.next(call),
        InstantSource.system());
  }

  /** Whether the caller is owed a call is said by {@link #standsIn}; the rest is written down. */
  private CallBacks callBacks() {
    return new CallBacks() {
      private final CallBacks written = diary.of("callBacks", CallBacks.class);

      @Override
      public void ended(long callBack, End end) {
        written.ended(callBack, end);
      }

      @Override
      public boolean owed(String number) {
        return standsIn.isPresent();
      }

      @Override
      public Optional<PlaceInLine> join(CallId call, String number, PlaceInLine wanted) {
        diary.write("callBacks.join", number, wanted.queue(), wanted.priority());
        return standsIn;
      }

      @Override
      public void left(CallId call) {
        written.left(call);
      }

      @Override
      public void served(CallId call, String number) {
        written.served(call, number);
      }
    };
  }

  static Command.Overflowed overflow(Optional<QueueId> to) {
    return new Command.Overflowed(ScriptedCaller.ID, GENERAL, to, OverflowCause.NOBODY_CERTIFIED);
  }
}
