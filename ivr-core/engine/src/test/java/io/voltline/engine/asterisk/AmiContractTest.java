package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.notice.NoticeId;
import io.voltline.engine.call.CallService;
import io.voltline.engine.call.RingObserver;
import io.voltline.engine.call.RingResult;
import io.voltline.engine.dispatch.Routing;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.talk.Leg;
import io.voltline.engine.talk.Spot;
import io.voltline.engine.talk.TalkFacts;
import io.voltline.testkit.fake.FakeManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.Mockito;

/** The AMI side against a fake Asterisk: events, lists, repair, and a line that misbehaves. */
class AmiContractTest {

  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final String PHONE = "PJSIP/1001-00000001";
  private static final String PHONE_ID = "vl1-1.2";
  private static final AgentNo OTHER = new AgentNo("1002");
  private static final String OTHER_PHONE = "PJSIP/1002-00000002";
  private static final String OTHER_ID = "vl1-1.3";

  private final Routing routing = Mockito.mock(Routing.class);
  private final CallService calls = Mockito.mock(CallService.class);
  private final RingObserver ring = Mockito.mock(RingObserver.class);
  private final Rings rings = new Rings();
  private final DeskLines lines = new DeskLines(rings);
  private final TalkFacts talks = Mockito.mock(TalkFacts.class);
  private final FakeManager manager = new FakeManager();
  private final ManagerLink link =
      new ManagerLink(
          new ManagerSettings(
              "127.0.0.1",
              manager.port(),
              "voltline",
              new Secret("secret"),
              Duration.ofMillis(300),
              Duration.ofMillis(300),
              Duration.ofMillis(50)),
          rings,
          routing,
          calls,
          lines,
          talks);

  AmiContractTest() throws IOException {
    Mockito.when(ring.wanted(Mockito.any())).thenReturn(true);
  }

  /**
   * asterisk-java's event pumps look only once a minute whether they may end; they do not count.
   */
  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    link.close();
    manager.close();
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.contains("ManagerConnection"))
                    .allMatch(name -> name.endsWith("AsyncEventPump")));
  }

  @Test
  void tellsPhonesThatAreThereAndPhonesThatComeAndGo() throws IOException {
    manager.contact("1001", "Reachable");
    manager.contact("1002", "NonQualified");
    up();
    soon(routing).phoneReachable(AGENT, true);
    contact("1002", "Reachable");
    soon(routing).phoneReachable(new AgentNo("1002"), true);
    contact("1001", "Unreachable");
    soon(routing).phoneReachable(AGENT, false);
    contact("1002", "Removed");
    soon(routing).phoneReachable(new AgentNo("1002"), false);
    contact("trunk", "Reachable");
    Mockito.verifyNoMoreInteractions(routing);
  }

  @Test
  void tellsHowARingGoesOn() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    dial("DialState", AGENT, "RINGING");
    soon(ring).ringing(AGENT);
    manager.event("Newstate", "Uniqueid", PHONE_ID, "ChannelStateDesc", "Up");
    soon(ring).pickedUp(AGENT);
    dial("DialEnd", AGENT, "ANSWER");
    soon(ring).answered(AGENT);
    rings.end(CALL);
    dial("DialEnd", AGENT, "ANSWER");
    contact("1001", "Reachable");
    soon(routing).phoneReachable(AGENT, true);
    Mockito.verifyNoMoreInteractions(Mockito.ignoreStubs(ring));
  }

  @Test
  void tellsWhenTheAgentsPhoneIsOffTheCall() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    manager.event("HangupRequest", "Uniqueid", CALL.value(), "Channel", "PJSIP/trunk-1");
    soon(calls).gone(CALL);
    Mockito.verify(ring, Mockito.never()).left(AGENT);
    manager.event("HangupRequest", "Uniqueid", PHONE_ID, "Channel", PHONE);
    soon(ring).left(AGENT);
  }

  @Test
  void aHangUpThatWasNotAskedForEndsTheAgentsCallToo() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    manager.event("Hangup", "Uniqueid", PHONE_ID, "Channel", PHONE);
    soon(ring).left(AGENT);
  }

  @Test
  void stopsARingByHangingUpTheAgentsChannel() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    dial("DialState", AGENT, "RINGING");
    soon(ring).ringing(AGENT);
    assertThat(link.stopRinging(CALL, AGENT)).isTrue();
    await().until(this::phoneHungUp);
  }

  @Test
  void stopsARingThatHasNoChannelYetAsSoonAsItHas() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    Mockito.when(ring.wanted(AGENT)).thenReturn(false);
    assertThat(link.stopRinging(CALL, AGENT)).isTrue();
    dial("DialBegin", AGENT, "");
    await().until(this::phoneHungUp);
  }

  @Test
  void doesNotStopARingOfSomebodyElse() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    dial("DialState", AGENT, "RINGING");
    soon(ring).ringing(AGENT);
    link.stopRinging(CALL, new AgentNo("1002"));
    link.stopRinging(new CallId("vl1-9.9"), AGENT);
    assertThat(manager.actions()).noneMatch(action -> action.containsValue("Hangup"));
  }

  @Test
  void ofSeveralWhoRingOneRejectsAndTheSwitchNamesTheWinner() throws IOException {
    up();
    twoRing();
    manager.event("HangupRequest", "Uniqueid", PHONE_ID, "Channel", PHONE, "Cause", "21");
    dial("DialEnd", AGENT, "CHANUNAVAIL");
    soon(ring).ended(AGENT, RingResult.REJECTED);
    manager.event("Newstate", "Uniqueid", OTHER_ID, "ChannelStateDesc", "Up");
    dial("DialEnd", OTHER, "ANSWER");
    soon(ring).answered(OTHER);
    Mockito.verify(ring, Mockito.never()).pickedUp(Mockito.any());
  }

  @Test
  void whoIsLetGoBecauseAnotherAnsweredIsNotToldOf() throws IOException {
    up();
    twoRing();
    dial("DialEnd", AGENT, "CANCEL");
    dial("DialEnd", OTHER, "ANSWER");
    soon(ring).answered(OTHER);
    Mockito.verify(ring, Mockito.never()).ended(Mockito.any(), Mockito.any());
  }

  @Test
  void stopsOneOfSeveralWhileTheOtherRingsOn() throws IOException {
    up();
    twoRing();
    soon(ring).ringing(OTHER);
    assertThat(link.stopRinging(CALL, AGENT)).isTrue();
    await().until(this::phoneHungUp);
    assertThat(manager.actions()).noneMatch(action -> action.containsValue(OTHER_PHONE));
    dial("DialEnd", OTHER, "ANSWER");
    soon(ring).answered(OTHER);
    assertThat(link.stopRinging(CALL, AGENT)).as("rings no more anyhow").isTrue();
    assertThat(link.stopRinging(CALL, OTHER)).isFalse();
  }

  @Test
  void ofSeveralOffTheHookAfterAGapTheOneJoinedHasTheCall() throws IOException {
    up();
    twoRing();
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "");
    manager.channel(OTHER_PHONE, OTHER_ID, CALL.value(), "Up", "b1");
    manager.cut();
    soon(ring).answered(OTHER);
    Mockito.verify(ring, Mockito.never()).pickedUp(AGENT);
  }

  private void twoRing() throws IOException {
    rings.begin(CALL, List.of(AGENT, OTHER), ring);
    for (AgentNo agent : List.of(AGENT, OTHER)) {
      dial("DialBegin", agent, "");
      dial("DialState", agent, "RINGING");
    }
  }

  @Test
  void aTalkIsNoRingThatCouldBeStopped() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    dial("DialEnd", AGENT, "ANSWER");
    soon(ring).answered(AGENT);
    assertThat(link.stopRinging(CALL, AGENT)).isFalse();
    assertThat(manager.actions()).noneMatch(action -> action.containsValue("Hangup"));
  }

  @Test
  void aTalkThatBeganUnheardIsLeftAlone() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "b1");
    manager.cut();
    soon(ring).answered(AGENT);
    assertThat(link.stopRinging(CALL, AGENT)).isFalse();
    assertThat(manager.actions()).noneMatch(action -> action.containsValue("Hangup"));
  }

  @Test
  void tellsPhonesThatHaveACallAndWhenTheyHaveNoneLeft() throws IOException {
    up();
    newstate(PHONE, "Ringing");
    soon(routing).phoneInUse(AGENT, CALL, false);
    newstate(PHONE, "Up");
    soon(routing).phoneInUse(AGENT, CALL, true);
    newstate(PHONE + "b", "Ringing");
    hangup(PHONE + "b");
    hangup(PHONE);
    soon(routing).phoneFree(AGENT);
    Mockito.verify(routing).phoneFree(AGENT);
    newstate("PJSIP/trunk-1", "Up");
    contact("1002", "Reachable");
    soon(routing).phoneReachable(new AgentNo("1002"), true);
    Mockito.verify(routing, Mockito.never()).phoneFree(new AgentNo("1002"));
  }

  @Test
  void aPhoneThatTriesItsOwnSoundIsNotInUse() throws IOException {
    up();
    manager.event(
        "Newstate",
        "Uniqueid",
        PHONE_ID,
        "Linkedid",
        PHONE_ID,
        "Channel",
        PHONE,
        "ChannelStateDesc",
        "Up",
        "Context",
        "phone-echo");
    hangup(PHONE);
    contact("1002", "Reachable");
    soon(routing).phoneReachable(new AgentNo("1002"), true);
    Mockito.verify(routing, Mockito.never())
        .phoneInUse(Mockito.any(), Mockito.any(), Mockito.anyBoolean());
    Mockito.verify(routing, Mockito.never()).phoneFree(Mockito.any());
  }

  @Test
  void aPageThatComesBackIntoItsTalkHasNeverLeftIt() throws IOException {
    up();
    rings.begin(CALL, List.of(AGENT), ring);
    dial("DialBegin", AGENT, "");
    newstate(PHONE, "Up");
    dial("DialEnd", AGENT, "ANSWER");
    soon(ring).answered(AGENT);
    comesBack(PHONE + "b", "vl1-1.9");
    hangup(PHONE);
    comesBack(PHONE + "c", "vl1-1.10");
    manager.event("Hangup", "Channel", PHONE + "b<ZOMBIE>", "Uniqueid", "vl1-1.9");
    contact("1002", "Reachable");
    soon(routing).phoneReachable(OTHER, true);
    var now = new Leg(PHONE + "c", "vl1-1.10", CALL, Optional.of(AGENT), true);
    assertThat(lines.phones(CALL)).containsExactly(now);
    Mockito.verify(talks).replaced("vl1-1.9", now);
    Mockito.verify(talks).inPlace(now);
    Mockito.verify(talks, Mockito.never()).gone(Mockito.any());
    Mockito.verify(ring, Mockito.never()).left(AGENT);
    Mockito.verify(routing).phoneInUse(AGENT, CALL, true);
    Mockito.verify(routing, Mockito.never()).phoneFree(AGENT);

    manager.event("Hangup", "Channel", PHONE + "c", "Uniqueid", "vl1-1.10", "Linkedid", "vl1-1.10");
    soon(ring).left(AGENT);
    soon(routing).phoneFree(AGENT);
    soon(talks).gone(now);
  }

  @Test
  void phonesThatADeskPutSomewhereAreFoundAndSayWhy() {
    manager.channelAt("desk-spy", PHONE, "desk-1.1");
    manager.channelAt("from-agent", OTHER_PHONE, OTHER_ID);
    manager.channelAt("desk-talk", "PJSIP/trunk-1", CALL.value());
    manager.variable(PHONE, "WHISPER 1002 vl1-1.1");
    up();
    var phone = new Leg(PHONE, "desk-1.1", new CallId("desk-1.1"), Optional.of(AGENT), true);
    soon(talks).found(phone);
    Mockito.verify(talks, Mockito.never()).found(Mockito.argThat(it -> !it.equals(phone)));
    assertThat(lines.isAt(phone, Spot.SPY)).isTrue();
    assertThat(lines.fact(phone, "VL_SUPERVISES")).contains("WHISPER 1002 vl1-1.1");
    manager.variable(PHONE, "");
    assertThat(lines.fact(phone, "VL_SUPERVISES")).isEmpty();
  }

  /** As the switch tells of an INVITE with Replaces; it may name the call later, or never. */
  private void comesBack(String channel, String id) throws IOException {
    manager.event(
        "Newstate",
        "Channel",
        channel,
        "Uniqueid",
        id,
        "Linkedid",
        id,
        "ChannelStateDesc",
        "Up",
        "Context",
        "from-agent",
        "Exten",
        "rejoin");
  }

  @Test
  void aPhoneIsToldInUseBeforeItIsToldReachable() throws IOException {
    manager.contact("1001", "Reachable");
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "b1");
    up();
    soon(routing).phoneReachable(AGENT, true);
    InOrder order = Mockito.inOrder(routing);
    order.verify(routing).phoneInUse(AGENT, CALL, true);
    order.verify(routing).phoneReachable(AGENT, true);
  }

  @Test
  void aPhoneWhoseCallEndedUnheardIsToldFree() throws IOException {
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "b1");
    up();
    soon(routing).phoneInUse(AGENT, CALL, true);
    manager.noChannels();
    manager.cut();
    soon(routing).phoneFree(AGENT);
  }

  @Test
  void whoeverWentToTheStaticQueueIsCalledBackOnceCallsAreTaken() throws IOException {
    manager.channel("PJSIP/trunk-1", CALL.value(), CALL.value(), "Up", "", "Queue");
    manager.channel("PJSIP/trunk-2", "vl1-1.3", "vl1-1.3", "Up", "b1", "Queue");
    manager.channel("PJSIP/trunk-3", "vl1-1.4", "vl1-1.4", "Up", "", "AGI");
    up();
    assertThat(calledBack()).isEmpty();
    Mockito.when(calls.hasRoom()).thenReturn(true);
    link.callsBack(true);
    await().until(() -> calledBack().equals(List.of("PJSIP/trunk-1")));
    manager.event("QueueCallerJoin", "Channel", "PJSIP/trunk-4", "Uniqueid", "vl1-1.5");
    await().until(() -> calledBack().equals(List.of("PJSIP/trunk-1", "PJSIP/trunk-4")));
  }

  @Test
  void cutsAnAnnouncementByAKeyNoKeypadHas() {
    up();
    link.cutAnnouncement(CALL);
    await()
        .until(
            () ->
                manager.actions().stream()
                    .anyMatch(
                        action ->
                            "PlayDTMF".equalsIgnoreCase(action.get("Action"))
                                && CALL.value().equals(action.get("Channel"))
                                && "D".equals(action.get("Digit"))
                                && "true".equals(action.get("Receive"))));
  }

  @Test
  void ringsAPhoneOnWhichANoticeIsRecorded() {
    up();
    link.record(
        AGENT,
        new RecordingPhone.Take(new NoticeId("a1"), Language.EN, "a1-en-x", new AgentNo("2001")),
        "/takes/a1-en-x",
        Duration.ofMinutes(3));
    await()
        .until(
            () ->
                manager.actions().stream()
                    .anyMatch(
                        action ->
                            "Originate".equalsIgnoreCase(action.get("Action"))
                                && "PJSIP/1001".equals(action.get("Channel"))
                                && "notice-record".equals(action.get("Context"))
                                && "true".equals(action.get("Async"))));
  }

  @Test
  void asksForChannelsBeforeItTellsOfPhones() throws IOException {
    manager.contact("1001", "Reachable");
    up();
    soon(routing).phoneReachable(AGENT, true);
    assertThat(manager.actions())
        .extracting(action -> action.getOrDefault("Action", ""))
        .containsSubsequence("CoreShowChannels", "PJSIPShowContacts");
  }

  @Test
  void saysWhenTheSwitchCannotBeTold() {
    assertThat(link.stopRinging(CALL, AGENT)).isFalse();
  }

  @Test
  void tellsWhoHangsUpAndWhatTheSwitchStillHas() throws IOException {
    assertThat(link.mayBeLive(CALL)).as("not asked yet").isTrue();
    up();
    await().until(() -> !link.mayBeLive(CALL));
    manager.event("Newstate", "Uniqueid", CALL.value(), "ChannelStateDesc", "Up");
    await().until(() -> link.mayBeLive(CALL));
    manager.event("HangupRequest", "Uniqueid", CALL.value(), "Channel", "PJSIP/trunk-1");
    soon(calls).gone(CALL);
    assertThat(link.mayBeLive(CALL)).as("until the engine lets go").isTrue();
    manager.event("Hangup", "Uniqueid", CALL.value(), "Channel", "PJSIP/trunk-1");
    await().until(() -> !link.mayBeLive(CALL));
  }

  @Test
  void afterAGapWhatWasMissedIsRepaired() throws IOException {
    manager.contact("1001", "Reachable");
    up();
    soon(routing).phoneReachable(AGENT, true);
    var lost = new CallId("vl1-7.7");
    Mockito.when(calls.live()).thenReturn(Set.of(CALL, lost));
    rings.begin(CALL, List.of(AGENT), ring);
    manager.noContacts();
    manager.channel("PJSIP/trunk-1", CALL.value(), CALL.value(), "Up", "b1");
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "b1");
    manager.cut();
    soon(routing).phoneReachable(AGENT, false);
    soon(ring).answered(AGENT);
    soon(calls).gone(lost);
    Mockito.verify(calls, Mockito.never()).gone(CALL);
  }

  @Test
  void anAmiThatFallsSilentIsLeftAndTriedAnew() {
    up();
    manager.silent(true);
    await().until(() -> !link.up());
    manager.silent(false);
    await().until(link::up);
    assertThat(manager.connections()).isGreaterThan(1);
  }

  /** Not at every byte: asterisk-java takes up to two seconds to give a login up. */
  @Test
  void theLineBreaksAtManyBytesOfTheLogin() {
    up();
    long bytes = manager.sent();
    assertThat(bytes).isGreaterThan(300);
    for (long cut = 1; cut < bytes; cut += 41) {
      int before = manager.connections();
      manager.cutAfter(cut);
      manager.cut();
      await().until(() -> manager.connections() > before + 1);
    }
    manager.cutAfter(Long.MAX_VALUE);
    await().until(link::up);
  }

  @Test
  void aFloodOfEventsIsSurvived() {
    up();
    try {
      for (int i = 0; i < 60_000; i++) {
        manager.event("Newstate", "Uniqueid", "vl1-5." + i, "ChannelStateDesc", "Ringing");
      }
    } catch (IOException e) {
      // The link found the line too slow and left it.
    }
    manager.contact("1001", "Reachable");
    manager.cut();
    Mockito.verify(routing, Mockito.timeout(30_000)).phoneReachable(AGENT, true);
    await().until(link::up);
  }

  private void up() {
    link.start();
    await().until(link::up);
    await().until(() -> !link.mayBeLive(new CallId("none")));
  }

  private List<String> calledBack() {
    return manager.actions().stream()
        .filter(action -> action.containsValue("PlayDTMF") && action.containsValue("D"))
        .map(action -> action.getOrDefault("Channel", ""))
        .toList();
  }

  private boolean phoneHungUp() {
    return manager.actions().stream()
        .anyMatch(action -> action.containsValue("Hangup") && action.containsValue(PHONE));
  }

  private void dial(String event, AgentNo agent, String status) throws IOException {
    manager.event(
        event,
        "Uniqueid",
        CALL.value(),
        "DestChannel",
        agent.equals(AGENT) ? PHONE : OTHER_PHONE,
        "DestUniqueid",
        agent.equals(AGENT) ? PHONE_ID : OTHER_ID,
        "DialStatus",
        status);
  }

  private void newstate(String channel, String state) throws IOException {
    manager.event(
        "Newstate",
        "Channel",
        channel,
        "Uniqueid",
        PHONE_ID,
        "Linkedid",
        CALL.value(),
        "ChannelStateDesc",
        state);
  }

  private void hangup(String channel) throws IOException {
    manager.event("Hangup", "Channel", channel, "Uniqueid", PHONE_ID, "Linkedid", CALL.value());
  }

  private void contact(String phone, String status) throws IOException {
    manager.event(
        "ContactStatus",
        "AOR",
        phone,
        "EndpointName",
        phone,
        "URI",
        "sip:" + phone + "@x",
        "ContactStatus",
        status);
  }

  private static <T> T soon(T mock) {
    return Mockito.verify(mock, Mockito.timeout(10_000).atLeastOnce());
  }
}
