package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.commandsOf;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.SkillId;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who is offered what, and what becomes of an agent's state. Races are in RoutingRacesTest. */
class RoutingCoreTest {
  private final Centre centre = new Centre();

  @Test
  void theLongestIdleAgentIsRung() {
    centre.ready(1002, 1001, 1003);

    assertThat(offers(centre.queue("a")))
        .containsExactly(new Centre.Offered(new OfferId(1), call("a"), agent(1002), 8_000));
    assertThat(centre.state(1002)).isEqualTo(AgentState.RESERVED);
  }

  @Test
  void anAgentWhoComesFreeTakesTheFirstInLine() {
    centre.queue("a");
    centre.queue("b");

    centre.ready(1001);

    assertThat(centre.lastOffer().call()).isEqualTo(call("a"));
  }

  @Test
  void higherPriorityGoesFirst() {
    centre.queue("usual");
    centre.pass(5_000);
    centre.queue("danger", 9);

    centre.ready(1001);

    assertThat(centre.lastOffer().call()).isEqualTo(call("danger"));
  }

  @Test
  void aTakenOverCallKeepsItsPlace() {
    long before = centre.now() - 60_000;
    centre.queue("new");
    centre.queue("old", 0, before);

    centre.ready(1001);

    assertThat(centre.lastOffer().call()).isEqualTo(call("old"));
    assertThat(centre.queue().oldestMillis()).hasValue(before);
  }

  @Test
  void equalsAreServedInTheOrderTheyCame() {
    long same = centre.now();
    for (String name : List.of("a", "b", "c")) {
      centre.queue(name, 0, same);
    }
    centre.ready(1001, 1002, 1003);

    assertThat(offers(centre.commands))
        .extracting(o -> o.call().value())
        .containsExactly("a", "b", "c");
  }

  @Test
  void nobodyWithoutTheSkillIsRung() {
    centre.signIn(1001, new SkillId("billing"));
    centre.phone(1001, true);
    centre.idle(1001);

    assertThat(offers(centre.queue("a"))).isEmpty();
  }

  @Test
  void aSkillLearntWhileIdleTakesAWaitingCall() {
    centre.signIn(1001, new SkillId("billing"));
    centre.phone(1001, true);
    centre.idle(1001);
    centre.queue("a");

    centre.signIn(1001, new SkillId("billing"), Centre.SKILL);

    assertThat(centre.lastOffer().agent()).isEqualTo(agent(1001));
  }

  @Test
  void signingInIsBusyNotReady() {
    centre.signIn(1001, Centre.SKILL);

    assertThat(centre.state(1001)).isEqualTo(AgentState.BUSY);
    assertThat(centre.status(1001).reason()).contains(BusyReason.NOT_READY);
  }

  @Test
  void signingInAgainKeepsTheState() {
    centre.ready(1001);

    centre.signIn(1001, Centre.SKILL);

    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  @Test
  void ringThenTalkThenAfterCallWorkThenIdle() {
    centre.ready(1001);
    centre.queue("a");
    OfferId offer = centre.lastOffer().offer();

    centre.ringing(offer);
    assertThat(centre.state(1001)).isEqualTo(AgentState.RINGING);
    centre.answered(offer);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    assertThat(centre.status(1001).call()).contains(call("a"));
    assertThat(centre.queue().waiting()).isZero();
    centre.talkEnded(offer);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    assertThat(centre.status(1001).untilMillis()).hasValue(centre.now() + 30_000);
    assertThat(centre.status(1001).call()).contains(call("a"));
    centre.pass(29_999);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    centre.pass(1);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
    assertThat(centre.status(1001).call()).isEmpty();
  }

  @Test
  void anAgentWhoFinishesAfterCallWorkEarlyIsIdleAtOnce() {
    talkOver();
    centre.queue("b");

    centre.idle(1001);

    assertThat(centre.lastOffer().call()).isEqualTo(call("b"));
  }

  @Test
  void withoutAWrapUpLimitTheNextCallRingsAtOnce() {
    Centre quick = new Centre(Centre.profile(0, 1, 40, 50));
    quick.ready(1001);
    quick.queue("a");
    quick.queue("b");
    OfferId first = quick.lastOffer().offer();
    quick.answered(first);

    assertThat(offers(quick.talkEnded(first)))
        .extracting(Centre.Offered::call)
        .containsExactly(call("b"));
  }

  @Test
  void aStateChosenDuringTheCallIsTakenWhenItIsOver() {
    OfferId offer = talk();

    centre.busy(1001, BusyReason.MEAL, 30);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    centre.pass(60_000);
    centre.talkEnded(offer);

    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
    assertThat(centre.status(1001).untilMillis()).hasValue(centre.now() + 30 * 60_000);
  }

  @Test
  void idleChosenDuringTheCallSkipsAfterCallWork() {
    OfferId offer = talk();

    centre.idle(1001);
    centre.talkEnded(offer);

    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  @Test
  void aBreakThatIsOverdueGoesOnUntilTheAgentEndsIt() {
    centre.ready(1001);
    centre.busy(1001, BusyReason.SHORT_BREAK, 10);
    long until = centre.now() + 600_000;

    centre.pass(3_600_000);

    assertThat(centre.state(1001)).isEqualTo(AgentState.BUSY);
    assertThat(centre.status(1001).untilMillis()).hasValue(until);
  }

  @Test
  void afterCallWorkCanBeAskedForAndEndsByItself() {
    centre.ready(1001);

    centre.acw(1001, OptionalInt.of(2));
    assertThat(offers(centre.queue("a"))).isEmpty();

    assertThat(offers(centre.pass(120_000))).hasSize(1);
  }

  @Test
  void askingForAfterCallWorkAgainStartsItsTimeAnew() {
    centre.ready(1001);
    centre.acw(1001, OptionalInt.of(2));
    centre.pass(60_000);
    centre.acw(1001, OptionalInt.of(2));

    centre.pass(60_000);
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    centre.pass(60_000);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  @Test
  void idleIsRefusedWhileThePhoneIsUnreachable() {
    centre.signIn(1001, Centre.SKILL);

    assertThat(commandsOf(Command.Refused.class, centre.idle(1001)))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.PHONE_NOT_REACHABLE);
  }

  @Test
  void whoeverIsNotSignedInIsRefused() {
    assertThat(commandsOf(Command.Refused.class, centre.idle(1001)))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.NOT_SIGNED_IN);
  }

  @Test
  void signingOutIsRefusedWhileTalkingAndWhileRinging() {
    centre.ready(1001);
    centre.queue("a");
    assertThat(commandsOf(Command.Refused.class, centre.signOut(1001)))
        .extracting(Command.Refused::refusal)
        .containsExactly(Refusal.TALKING);

    centre.answered(centre.lastOffer().offer());
    assertThat(commandsOf(Command.Refused.class, centre.signOut(1001))).hasSize(1);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void aSignedOutAgentIsNotRung() {
    centre.ready(1001);
    centre.signOut(1001);

    assertThat(offers(centre.queue("a"))).isEmpty();
    assertThat(centre.state(1001)).isEqualTo(AgentState.SIGNED_OUT);
  }

  @Test
  void aPhoneThatGoesAwayMakesTheIdleAgentBusyUntilItIsBack() {
    centre.ready(1001);

    centre.phone(1001, false);
    assertThat(centre.state(1001)).isEqualTo(AgentState.BUSY);
    assertThat(centre.status(1001).reason()).contains(BusyReason.PHONE_UNREACHABLE);
    assertThat(offers(centre.queue("a"))).isEmpty();

    assertThat(offers(centre.phone(1001, true))).hasSize(1);
  }

  @Test
  void aPhoneThatGoesAwayDuringABreakLeavesTheBreak() {
    centre.ready(1001);
    centre.busy(1001, BusyReason.MEAL, 30);

    centre.phone(1001, false);

    assertThat(centre.status(1001).reason()).contains(BusyReason.MEAL);
    assertThat(centre.status(1001).phoneReachable()).isFalse();
  }

  @Test
  void theSecondAgentGetsWhatTheFirstLeftOfThePromise() {
    centre.ready(1001, 1002);
    centre.queue("a");
    Centre.Offered first = centre.lastOffer();
    centre.pass(first.ringMillis());

    List<Centre.Offered> next = offers(centre.ended(first.offer(), OfferOutcome.NOT_ANSWERED));

    assertThat(next)
        .containsExactly(new Centre.Offered(new OfferId(2), call("a"), agent(1002), 4_000));
    assertThat(centre.status(1001).reason()).contains(BusyReason.NOT_ANSWERED);
  }

  @Test
  void aRejectingAgentIsBusyAndTheNextRings() {
    centre.ready(1001, 1002);
    centre.queue("a");

    centre.ended(centre.lastOffer().offer(), OfferOutcome.REJECTED);

    assertThat(centre.status(1001).reason()).contains(BusyReason.REJECTED);
    assertThat(centre.lastOffer().agent()).isEqualTo(agent(1002));
  }

  @Test
  void anUnreachablePhoneIsTriedAgainAfterAPause() {
    centre.ready(1001);
    centre.queue("a");

    centre.ended(centre.lastOffer().offer(), OfferOutcome.UNREACHABLE);
    assertThat(centre.status(1001).reason()).contains(BusyReason.PHONE_UNREACHABLE);
    assertThat(centre.status(1001).phoneReachable()).isFalse();

    assertThat(offers(centre.pass(14_999))).isEmpty();
    assertThat(offers(centre.pass(1)))
        .extracting(Centre.Offered::agent)
        .containsExactly(agent(1001));
  }

  @Test
  void anUnreachablePhoneIsTriedAtOnceWhenTheSwitchTellsItIsBack() {
    centre.ready(1001);
    centre.queue("a");
    centre.ended(centre.lastOffer().offer(), OfferOutcome.UNREACHABLE);

    assertThat(offers(centre.phone(1001, true))).hasSize(1);
  }

  @Test
  void anAgentTriedForTheCallGoesBehindThoseWhoWereNot() {
    centre.ready(1001, 1002);
    centre.queue("a");
    centre.ended(centre.lastOffer().offer(), OfferOutcome.NOT_ANSWERED);
    // 1001 is ready again and idle longer than 1003, who was never tried.
    centre.idle(1001);
    centre.pass(1);
    centre.ready(1003);

    List<Command> then = centre.ended(centre.lastOffer().offer(), OfferOutcome.NOT_ANSWERED);

    assertThat(offers(then)).extracting(Centre.Offered::agent).containsExactly(agent(1003));
    assertThat(commandsOf(Command.Decided.class, then).getFirst().decision().candidates())
        .contains(new Candidate(agent(1001), Verdict.ALREADY_TRIED));
  }

  @Test
  void anAgentTriedForTheCallIsBetterThanNobody() {
    centre.ready(1001);
    centre.queue("a");
    centre.ended(centre.lastOffer().offer(), OfferOutcome.NOT_ANSWERED);

    assertThat(offers(centre.idle(1001)))
        .extracting(Centre.Offered::call)
        .containsExactly(call("a"));
  }

  @Test
  void aReturnedCallStandsWhereItStood() {
    centre.ready(1001);
    centre.queue("a");
    centre.queue("b");
    centre.ended(centre.lastOffer().offer(), OfferOutcome.REJECTED);

    centre.ready(1002);

    assertThat(centre.lastOffer().call()).isEqualTo(call("a"));
  }

  @Test
  void anAgentWhoseCallerLeftWhileRingingKeepsThePlaceAmongTheIdle() {
    centre.ready(1001, 1002);
    centre.queue("a");
    OfferId offer = centre.lastOffer().offer();
    centre.pass(1_000);
    centre.gone("a");
    centre.ended(offer, OfferOutcome.CALLER_LEFT);

    centre.queue("b");

    assertThat(centre.lastOffer().agent()).isEqualTo(agent(1001));
  }

  @Test
  void whyEachAgentWasOrWasNotChosen() {
    centre.ready(1001, 1002, 1003, 1004);
    centre.busy(1003, BusyReason.MEAL, 30);
    centre.phone(1004, false);
    centre.signIn(1005, new SkillId("billing"));

    List<Command> commands = centre.queue("a");

    assertThat(commandsOf(Command.Decided.class, commands))
        .containsExactly(
            new Command.Decided(
                call("a"),
                new Decision(
                    centre.now(),
                    "OFFERED:1001",
                    Centre.GENERAL,
                    Centre.DEMAND,
                    false,
                    12_000,
                    8_000,
                    List.of(
                        new Candidate(agent(1001), Verdict.CHOSEN),
                        new Candidate(agent(1002), Verdict.LOWER_RANK),
                        new Candidate(agent(1003), Verdict.NOT_IDLE),
                        new Candidate(agent(1004), Verdict.PHONE_UNREACHABLE),
                        new Candidate(agent(1005), Verdict.NO_SKILL)),
                    0)));
  }

  @Test
  void aCallForWhichThereIsNobodyIsExplainedToo() {
    assertThat(commandsOf(Command.Decided.class, centre.queue("a")))
        .extracting(d -> d.decision().outcome())
        .containsExactly("WAIT");
  }

  @Test
  void explanationsAreBounded() {
    Centre small = new Centre(Centre.profile(0, 1, 2, 3));
    small.ready(1001, 1002, 1003);
    small.queue("a");
    for (int round = 0; round < 5; round++) {
      int silent = Integer.parseInt(small.lastOffer().agent().value());
      small.ended(small.lastOffer().offer(), OfferOutcome.NOT_ANSWERED);
      small.idle(silent);
    }

    List<Command.Decided> told = commandsOf(Command.Decided.class, small.commands);
    assertThat(told).hasSize(3);
    assertThat(told)
        .allSatisfy(d -> assertThat(d.decision().candidates()).hasSizeLessThanOrEqualTo(2));
  }

  @Test
  void queuesShowWhoWaitsAndWhoWorks() {
    centre.ready(1001, 1002, 1003);
    centre.busy(1003, BusyReason.MEAL, 30);
    centre.queue("a");
    centre.answered(centre.lastOffer().offer());
    centre.queue("b");

    assertThat(centre.queue())
        .isEqualTo(new QueueStatus(Centre.GENERAL, 1, OptionalLong.of(centre.now()), 0, 1, 1, 1));
  }

  @Test
  void callersWhoCanStillBeAnsweredInTimeComeBeforeThoseItIsTooLateFor() {
    long now = centre.now();
    centre.queue("later", 0, now - 20_000);
    centre.queue("longest", 0, now - 60_000);
    centre.queue("fresh", 0, now - 1_000);
    centre.queue("pressing", 0, now - 11_000);
    centre.queue("danger", 9, now - 2_000);

    assertThat(centre.core.waiting(now, 4))
        .extracting(WaitingCall::call)
        .containsExactly(call("pressing"), call("danger"), call("fresh"), call("longest"));
    assertThat(centre.core.waiting(now, 2).get(1))
        .isEqualTo(
            new WaitingCall(
                call("danger"), Centre.GENERAL, now - 2_000, now + 10_000, false, true));
  }

  @Test
  void aCallerWaitsUntilSomebodyAnswers() {
    centre.ready(1001);
    centre.queue("a");
    assertThat(centre.core.waiting(centre.now(), 9))
        .singleElement()
        .matches(WaitingCall::ringing, "rings");

    centre.answered(centre.lastOffer().offer());
    assertThat(centre.core.waiting(centre.now(), 9)).isEmpty();
  }

  @Test
  void aPhoneThatRingsForAnotherIsNotRungAndOwesNoAfterCallWork() {
    centre.ready(1001);
    centre.on(e -> new Event.PhoneInUse(e, agent(1001), call("other"), false));

    assertThat(centre.state(1001)).isEqualTo(AgentState.RINGING);
    assertThat(offers(centre.queue("a"))).isEmpty();
    assertThat(offers(centre.on(e -> new Event.PhoneFree(e, agent(1001))))).hasSize(1);
  }

  @Test
  void stampsThatGoBackAreAMistakeOfTheOwner() {
    centre.queue("a");
    Event early = new Event.CallGone(new Stamp(0, 0), call("a"));

    assertThatThrownBy(() -> centre.core.on(early)).isInstanceOf(Check.Broken.class);
  }

  private OfferId talk() {
    centre.ready(1001);
    centre.queue("a");
    OfferId offer = centre.lastOffer().offer();
    centre.answered(offer);
    return offer;
  }

  private void talkOver() {
    centre.talkEnded(talk());
  }
}
