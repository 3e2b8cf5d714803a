package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.call.CallService;
import io.voltline.engine.call.RingObserver;
import io.voltline.engine.dispatch.Routing;
import io.voltline.testkit.fake.FakeManager;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The AMI side against a fake Asterisk: events, lists, repair, and a line that misbehaves. */
class AmiContractTest {

  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final String PHONE = "PJSIP/1001-00000001";
  private static final String PHONE_ID = "vl1-1.2";

  private final Routing routing = Mockito.mock(Routing.class);
  private final CallService calls = Mockito.mock(CallService.class);
  private final RingObserver ring = Mockito.mock(RingObserver.class);
  private final Rings rings = new Rings();
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
          calls);

  AmiContractTest() throws IOException {}

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
    rings.begin(CALL, AGENT, ring);
    dialBegin();
    manager.event("DialState", "Uniqueid", CALL.value(), "DialStatus", "RINGING");
    soon(ring).ringing();
    manager.event("Newstate", "Uniqueid", PHONE_ID, "ChannelStateDesc", "Up");
    soon(ring).pickedUp();
    manager.event("DialEnd", "Uniqueid", CALL.value(), "DialStatus", "ANSWER");
    soon(ring).answered();
    rings.end(CALL);
    manager.event("DialEnd", "Uniqueid", CALL.value(), "DialStatus", "ANSWER");
    contact("1001", "Reachable");
    soon(routing).phoneReachable(AGENT, true);
    Mockito.verifyNoMoreInteractions(ring);
  }

  @Test
  void stopsARingByHangingUpTheAgentsChannel() throws IOException {
    up();
    rings.begin(CALL, AGENT, ring);
    dialBegin();
    manager.event("DialState", "Uniqueid", CALL.value(), "DialStatus", "RINGING");
    soon(ring).ringing();
    assertThat(link.stopRinging(CALL, AGENT)).isTrue();
    await().until(this::phoneHungUp);
  }

  @Test
  void stopsARingThatHasNoChannelYetAsSoonAsItHas() throws IOException {
    up();
    rings.begin(CALL, AGENT, ring);
    assertThat(link.stopRinging(CALL, AGENT)).isTrue();
    dialBegin();
    await().until(this::phoneHungUp);
  }

  @Test
  void doesNotStopARingOfSomebodyElse() throws IOException {
    up();
    rings.begin(CALL, AGENT, ring);
    dialBegin();
    manager.event("DialState", "Uniqueid", CALL.value(), "DialStatus", "RINGING");
    soon(ring).ringing();
    link.stopRinging(CALL, new AgentNo("1002"));
    link.stopRinging(new CallId("vl1-9.9"), AGENT);
    assertThat(manager.actions()).noneMatch(action -> action.containsValue("Hangup"));
  }

  @Test
  void aTalkIsNoRingThatCouldBeStopped() throws IOException {
    up();
    rings.begin(CALL, AGENT, ring);
    dialBegin();
    manager.event("DialEnd", "Uniqueid", CALL.value(), "DialStatus", "ANSWER");
    soon(ring).answered();
    assertThat(link.stopRinging(CALL, AGENT)).isFalse();
    assertThat(manager.actions()).noneMatch(action -> action.containsValue("Hangup"));
  }

  @Test
  void aTalkThatBeganUnheardIsLeftAlone() throws IOException {
    up();
    rings.begin(CALL, AGENT, ring);
    dialBegin();
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "b1");
    manager.cut();
    soon(ring).answered();
    assertThat(link.stopRinging(CALL, AGENT)).isFalse();
    assertThat(manager.actions()).noneMatch(action -> action.containsValue("Hangup"));
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
    rings.begin(CALL, AGENT, ring);
    manager.noContacts();
    manager.channel("PJSIP/trunk-1", CALL.value(), CALL.value(), "Up", "b1");
    manager.channel(PHONE, PHONE_ID, CALL.value(), "Up", "b1");
    manager.cut();
    soon(routing).phoneReachable(AGENT, false);
    soon(ring).answered();
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

  private boolean phoneHungUp() {
    return manager.actions().stream()
        .anyMatch(action -> action.containsValue("Hangup") && action.containsValue(PHONE));
  }

  private void dialBegin() throws IOException {
    manager.event(
        "DialBegin", "Uniqueid", CALL.value(), "DestChannel", PHONE, "DestUniqueid", PHONE_ID);
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
