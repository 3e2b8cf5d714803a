package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.anomalies;
import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Agents who were signed in when the engine ended are so again in the one that follows. */
class RestoredAgentsTest {
  private static final StateRequest MEAL =
      new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEAL), OptionalInt.of(30));

  private final Centre centre = new Centre();

  @Test
  void anAgentIdleBeforeTheRestartIsIdleAgainOnceThePhoneIsKnownReachable() {
    centre.queue("a");
    restore(
        new AgentStatus(
            agent(1001),
            AgentState.IDLE,
            Optional.empty(),
            5,
            OptionalLong.empty(),
            true,
            Optional.empty()));
    assertThat(centre.status(1001).reason()).contains(BusyReason.PHONE_UNREACHABLE);

    centre.phone(1001, true);

    assertThat(centre.state(1001)).isEqualTo(AgentState.RESERVED);
  }

  @Test
  void aBreakGoesOnOverARestart() {
    AgentStatus onBreak =
        new AgentStatus(
            agent(1001),
            AgentState.BUSY,
            Optional.of(BusyReason.MEAL),
            centre.now() - 60_000,
            OptionalLong.of(centre.now() + 60_000),
            false,
            Optional.empty());

    restore(onBreak);

    assertThat(centre.status(1001)).isEqualTo(onBreak);
  }

  @Test
  void anAgentWhoseTalkOutlivedTheRestartTalksOnAndThenWrapsUp() {
    centre.on(e -> new Event.PhoneInUse(e, agent(1001), call("old"), true));
    centre.phone(1001, true);
    restore(talkedBefore());

    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    assertThat(centre.status(1001).call()).contains(call("old"));
    assertThat(offers(centre.queue("a"))).isEmpty();
    centre.pass(60_000);
    assertThat(centre.state(1001))
        .as("longer than any after-call work")
        .isEqualTo(AgentState.TALKING);
    centre.on(e -> new Event.PhoneFree(e, agent(1001)));
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(centre.status(1001).call()).contains(call("old"));
    assertThat(offers(centre.pass(30_000))).hasSize(1);
  }

  @Test
  void anAgentWhoseTalkEndedWhileNoEngineRanWrapsUp() {
    restore(talkedBefore());
    centre.phone(1001, true);

    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
  }

  @Test
  void whatWasChosenDuringATalkIsTakenWhenTheTalkThatWentOnIsOver() {
    centre.on(e -> new Event.PhoneInUse(e, agent(1001), call("old"), true));
    centre.phone(1001, true);
    restore(talkedBefore(MEAL));

    assertThat(centre.status(1001).next()).contains(MEAL);
    centre.on(e -> new Event.PhoneFree(e, agent(1001)));
    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
  }

  @Test
  void whatWasChosenIsTakenAtOnceWhenTheTalkEndedWhileNoEngineRan() {
    restore(talkedBefore(MEAL));
    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
    assertThat(centre.status(1001).next()).isEmpty();
  }

  @Test
  void whoChoseToBeIdleWrapsUpFirstWhenTheEndOfTheTalkIsNotKnown() {
    restore(talkedBefore(StateRequest.idle()));
    centre.phone(1001, true);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(offers(centre.queue("a"))).isEmpty();
  }

  @Test
  void restoringSomebodySignedInIsNoticedAndChangesNothing() {
    centre.ready(1001);

    List<Command> commands =
        restore(
            new AgentStatus(
                agent(1001),
                AgentState.BUSY,
                Optional.of(BusyReason.MEAL),
                5,
                OptionalLong.empty(),
                true,
                Optional.empty()));

    assertThat(anomalies(commands)).containsExactly(Anomaly.DUPLICATE_AGENT);
    assertThat(commands)
        .as("who asks gets an answer")
        .hasAtLeastOneElementOfType(Command.Accepted.class);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  @Test
  void anAgentWithoutAChangeIsToldAgainForMeanwhileOneLookedSignedOut() {
    AgentStatus idle =
        new AgentStatus(
            agent(1001),
            AgentState.IDLE,
            Optional.empty(),
            5,
            OptionalLong.empty(),
            true,
            Optional.empty());
    centre.phone(1001, true);

    assertThat(commandsOf(Command.AgentChanged.class, restore(idle)))
        .extracting(Command.AgentChanged::agent)
        .containsExactly(idle);
  }

  private static AgentStatus talkedBefore(StateRequest next) {
    AgentStatus talked = talkedBefore();
    return new AgentStatus(
        talked.agent(),
        talked.state(),
        talked.reason(),
        talked.sinceMillis(),
        talked.untilMillis(),
        talked.phoneReachable(),
        talked.call(),
        Optional.of(next));
  }

  private static AgentStatus talkedBefore() {
    return new AgentStatus(
        agent(1001),
        AgentState.TALKING,
        Optional.empty(),
        5,
        OptionalLong.empty(),
        true,
        Optional.of(call("old")));
  }

  private List<Command> restore(AgentStatus last) {
    return centre.on(
        s -> new Event.AgentRestored(s, List.of(Certificate.of(Centre.SKILL, 5)), last));
  }
}
