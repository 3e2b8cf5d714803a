package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Node;
import io.voltline.domain.flow.Phrase;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What a caller hears while waiting, and the ways out of the queue. */
class QueueWaitTest extends CallScene {
  @Test
  void aWaitingCallerIsToldPlaceAndWaitAgainAndAgain() throws Exception {
    tellFirst = Duration.ofMillis(1);
    serve();
    var caller = waitingCaller("10");
    await().until(() -> !diary.of("routing.placeAsked").isEmpty());
    told(4, 150_000);
    await().until(() -> caller.commands.contains("announce place-3 wait-3"));
    caller.said();
    await()
        .untilAsserted(
            () ->
                assertThat(caller.commands)
                    .containsSubsequence("announce place-3 wait-3", "said", "music true"));
    await().until(() -> diary.of("routing.placeAsked").size() > 1);
    assertThat(caller.variables).containsEntry("VL_TOLD", "3 3");
    leave(caller);
  }

  @Test
  void whoeverIsMovedLeavesNoLineAndStandsWhereToldTo() throws Exception {
    var caller = waitingCaller("10");
    String since = caller.variables.getOrDefault("VL_QUEUED_AT", "");
    assertThat(calls.move(ScriptedCaller.ID, new QueueId("fault"), Optional.of(5))).isTrue();
    await().until(() -> diary.of("routing.callMoved fault").size() == 1);
    assertThat(diary.of("routing.callQueued")).hasSize(1);
    assertThat(diary.of("routing.callGone")).isEmpty();
    assertThat(caller.variables).containsEntry("VL_QUEUE", "fault");
    assertThat(caller.variables).containsEntry("VL_QUEUED_AT", since);
    leave(caller);
  }

  @Test
  void theAnnouncementIsCutWhenAnAgentIsFreeAndMusicGoesOnAfterwards() throws InterruptedException {
    var caller = waitingCaller("10");
    Mockito.doAnswer(
            _ -> {
              caller.said();
              return null;
            })
        .when(phones)
        .cutAnnouncement(ScriptedCaller.ID);
    told(2, 0);
    await().until(() -> caller.commands.contains("announce place-1 wait-1"));
    offer(FIRST, ALICE);
    rung(caller).end(RingResult.NOT_ANSWERED);
    await().until(() -> caller.commands.getLast().equals("music true"));
    assertThat(caller.commands).containsSubsequence("said", "music true", "ring 1001");
    leave(caller);
  }

  @Test
  void aCutThatComesAsTheAnnouncementEndsAnywayIsHarmless() throws InterruptedException {
    var caller = waitingCaller("10");
    var cutting = new CountDownLatch(1);
    Mockito.doAnswer(
            _ -> {
              cutting.countDown();
              return null;
            })
        .when(phones)
        .cutAnnouncement(ScriptedCaller.ID);
    told(2, 0);
    await().until(() -> caller.commands.contains("announce place-1 wait-1"));
    offer(FIRST, ALICE);
    assertThat(cutting.await(10, TimeUnit.SECONDS)).isTrue();
    caller.said();
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.of("routing.talkEnded")).hasSize(1);
  }

  @Test
  void aCallerWithAnAgentWaitingIsToldNothing() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung first = rung(caller);
    told(2, 0);
    offer(SECOND, BOB);
    first.end(RingResult.NOT_ANSWERED);
    rung(caller).callerHangsUp();
    over();
    assertThat(caller.commands).noneMatch(command -> command.startsWith("announce"));
  }

  @Test
  void aCallerMovedToAnotherQueueStandsThereOnTheChannelToo() throws InterruptedException {
    var caller = waitingCaller("10");
    calls.overflowed(overflow(Optional.of(FAULT)));
    await().until(() -> "fault:3".equals(caller.variables.get("VL_SKILL")));
    assertThat(caller.variables).containsEntry("VL_QUEUE", "fault");
    assertThat(diary.of("log.overflowed")).hasSize(1);
    assertThat(diary.of("routing.callGone")).isEmpty();
    leave(caller);
  }

  @Test
  void aCallBackAndAMessageAreOfferedAfterATimeWhereTheFlowHasAWay() throws Exception {
    var caller = waitingWith(Node.Queue.CALL_BACK, Node.Queue.MESSAGE);
    calls.placeTold(new Command.PlaceTold(ScriptedCaller.ID, 3, OptionalLong.empty()));
    awaitCommand(caller, "announce place-2 choose-call-back-or-message");
    caller.choose('2');
    caller.said();
    over();
    assertThat(caller.commands).containsSubsequence("music false", "play called-back");
    assertThat(diary.of("routing.callGone")).hasSize(1);
  }

  @Test
  void aKeyPressedWhileMusicPlaysChooses() throws Exception {
    var caller = waitingWith(Node.Queue.MESSAGE);
    caller.choose('1');
    caller.choose('2');
    caller.choose('3');
    over();
    assertThat(caller.commands).containsSubsequence("check", "check", "check", "play messaged");
  }

  @Test
  void beforeItsTimeAKeyChoosesNothing() throws Exception {
    choicesAfter = Duration.ofHours(1);
    var caller = waitingIn(flow(Node.Queue.CALL_BACK), Duration.ofHours(1));
    caller.choose('2');
    await().until(() -> caller.commands.contains("check"));
    assertThat(diary.of("routing.callGone")).isEmpty();
    leave(caller);
  }

  @Test
  void inAStormItIsOfferedAtOnce() throws Exception {
    services =
        (_, ask) -> new Input.Told(ask.service().equals("storm") ? "on" : "failed", Map.of());
    var caller = waitingIn(flow(Node.Queue.CALL_BACK), Duration.ofHours(1));
    await()
        .until(
            () -> {
              if (caller.hasChosenNothing()) {
                caller.choose('2');
              }
              return diary.of("routing.callGone").size() == 1;
            });
    over();
  }

  @Test
  void aLineThatStandsInTellsHowItEnded() throws Exception {
    for (var end : CallBacks.End.values()) {
      diary.lines.clear();
      var caller = standIn("");
      take(caller);
      await().until(() -> !diary.of("routing.callQueued").isEmpty());
      if (end == CallBacks.End.NOT_TRIED) {
        leave(caller);
      } else {
        talk(caller, end == CallBacks.End.REACHED);
      }
      assertThat(diary.of("callBacks.")).containsExactly("callBacks.ended 7 " + end);
      assertThat(diary.of("surveys."))
          .as("asked, %s", end)
          .hasSize(end == CallBacks.End.REACHED ? 1 : 0);
    }
  }

  @Test
  void whomTheAgentLeavesAfterACallBackIsLedOnByTheFlowAndAskedByNoMessage() throws Exception {
    through(flow(Node.Queue.HUNG_UP, Node.Queue.CALL_BACK, Node.Queue.MESSAGE), Duration.ZERO);
    var line = standIn("", "q", "what came after it");
    take(line);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    talk(line, true);
    assertThat(line.commands).noneMatch(command -> command.startsWith("play"));
    assertThat(line.commands).noneMatch(command -> command.startsWith("announce"));
    assertThat(diary.of("surveys.")).isEmpty();

    var customer = standIn("", "q", "what came after it");
    calls.goOn(customer);
    assertThat(customer.commands).contains("speak zh", "play rated", "done");
  }

  @Test
  void whoseFlowHasNoMoreToSayAfterACallBackHearsNothing() {
    through(flow(Node.Queue.CALL_BACK), Duration.ZERO);
    var customer = standIn("", "q");
    calls.goOn(customer);
    assertThat(customer.commands).contains("done").noneMatch(it -> it.startsWith("play"));
    var unknown = new ScriptedCaller("");
    calls.goOn(unknown);
    assertThat(unknown.commands).contains("done");
  }

  /** Its customer calls again while an agent is being rung for it. */
  @Test
  void aLineThatGivesWayInTheMiddleOfARingBlamesNobodyAndTriedNothing()
      throws InterruptedException {
    var caller = standIn("");
    take(caller);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.observer().ringing(ALICE);
    caller.hangUp();
    rung.callerHangsUp();
    over();
    assertThat(diary.of("routing.offerEnded")).containsExactly("routing.offerEnded 1 CALLER_LEFT");
    assertThat(diary.of("callBacks.")).containsExactly("callBacks.ended 7 NOT_TRIED");
    assertThat(diary.of("surveys.")).isEmpty();
  }

  @Test
  void aCustomerWhoWasCalledBackAndHangsUpFirstIsAskedByMessage() throws InterruptedException {
    var caller = standIn("");
    take(caller);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    caller.variables.put("VL_REACHED", "1");
    rung.callerHangsUp();
    over();
    assertThat(diary.of("surveys.")).containsExactly("surveys.notAsked 00000000001 1001 ZH");
  }

  @Test
  void whoIsOwedACallTakesOverThePlaceOfTheLineThatStandsIn() throws InterruptedException {
    standsIn =
        Optional.of(new PlaceInLine(FAULT, Demand.parse("fault:3"), 4, Instant.ofEpochMilli(1000)));
    var caller = waitingCaller("10");
    assertThat(diary.of("routing.callQueued"))
        .containsExactly("routing.callQueued fault fault:3 4");
    assertThat(caller.variables)
        .containsEntry("VL_QUEUED_AT", "1000")
        .containsEntry("VL_PRIORITY", "4")
        .containsEntry("VL_QUEUE", "fault");
    talk(caller, false);
    assertThat(diary.of("callBacks."))
        .containsExactly("callBacks.join 00000000001 general 0", "callBacks.served 00000000001");
  }

  @Test
  void whoIsOwedACallAndHangsUpAgainIsStillOwedIt() throws InterruptedException {
    standsIn = Optional.of(new PlaceInLine(GENERAL, Demand.parse("general"), 0, Instant.EPOCH));
    leave(waitingCaller("10"));
    assertThat(diary.of("callBacks."))
        .containsExactly("callBacks.join 00000000001 general 0", "callBacks.left");
  }

  @Test
  void aCallBackIsAskedForWithThePlaceOfTheCall() throws Exception {
    var seen = new CopyOnWriteArrayList<Optional<PlaceInLine>>();
    services =
        (call, ask) -> {
          if (ask.service().equals("call-back")) {
            seen.add(call.stood());
          }
          return Input.Told.failed();
        };
    choicesAfter = Duration.ZERO;
    serve();
    var caller = waitingCaller("10");
    calls.overflowed(overflow(Optional.of(FAULT)));
    await().until(() -> "fault:3".equals(caller.variables.get("VL_SKILL")));
    caller.choose('2');
    await().until(() -> diary.of("routing.callQueued").size() == 2);
    assertThat(seen)
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.orElseThrow().queue()).isEqualTo(FAULT);
              assertThat(place.orElseThrow().demand()).isEqualTo(Demand.parse("fault:3"));
              assertThat(place.orElseThrow().since().toEpochMilli())
                  .isEqualTo(Long.parseLong(caller.variables.get("VL_QUEUED_AT")));
            });
    leave(caller);
  }

  @Test
  void whoeverTalkedToAnAgentNeedsNoCallBack() throws InterruptedException {
    talk(waitingCaller("10"), false);
    assertThat(diary.of("callBacks.")).containsExactly("callBacks.served 00000000001");
  }

  private void talk(ScriptedCaller caller, boolean reached) throws InterruptedException {
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    if (reached) {
      caller.variables.put("VL_REACHED", "1");
    }
    rung.end(RingResult.TALKED);
    over();
  }

  private static ScriptedCaller standIn(String keys, String... path) {
    var caller = new ScriptedCaller(keys);
    caller.variables.putAll(
        new StandIn(
                7,
                new PhoneNumber("00000000001"),
                new PlaceInLine(GENERAL, Demand.of(new SkillId("general")), 4, Instant.EPOCH),
                Instant.EPOCH,
                Language.ZH,
                List.of(path),
                CallerDirectory.Known.NOTHING)
            .variables());
    return caller;
  }

  private ScriptedCaller waitingWith(String... exits) {
    return waitingIn(flow(exits), Duration.ZERO);
  }

  private void through(Flow flow, Duration offeredAfter) {
    choicesAfter = offeredAfter;
    calls = new CallService(1, _ -> FlowBook.of(flow), neighbours());
  }

  private ScriptedCaller waitingIn(Flow flow, Duration offeredAfter) {
    through(flow, offeredAfter);
    return waitingCaller("");
  }

  /** A queue at once; each exit says where it led. */
  private static Flow flow(String... exits) {
    Map<String, String> ways =
        Map.of(
            Node.Queue.CALL_BACK,
            "back",
            Node.Queue.MESSAGE,
            "message",
            Node.Queue.HUNG_UP,
            "rate");
    Map<String, String> to = new TreeMap<>(ways);
    to.keySet().retainAll(List.of(exits));
    Map<String, Node> nodes = new LinkedHashMap<>();
    nodes.put("q", new Node.Queue("q", GENERAL, Demand.of(new SkillId("general")), 0, to));
    nodes.put("back", end("back", "called-back"));
    nodes.put("message", end("message", "messaged"));
    nodes.put("rate", end("rate", "rated"));
    return new Flow("main", 1, "q", "q", nodes);
  }

  private static Node end(String id, String prompt) {
    return new Node.End(id, List.of(new Phrase.Fixed(prompt)), Optional.empty());
  }

  private static void awaitCommand(ScriptedCaller caller, String command) {
    await().until(() -> caller.commands.contains(command));
  }

  private void told(int place, long waitMillis) {
    calls.placeTold(new Command.PlaceTold(ScriptedCaller.ID, place, OptionalLong.of(waitMillis)));
  }
}
