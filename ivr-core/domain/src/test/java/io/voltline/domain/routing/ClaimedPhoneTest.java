package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.agent;
import static io.voltline.domain.routing.Centre.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Calls that are no offer of routing's: phones kept for them, talks on hold. */
class ClaimedPhoneTest {
  private final Centre centre = new Centre();

  @Test
  void aPhoneThatIsKeptForACallIsOfferedNoOther() {
    centre.ready(1001);
    assertThat(claim(1001, false)).noneMatch(Command.Refused.class::isInstance);

    assertThat(centre.state(1001)).isEqualTo(AgentState.RINGING);
    assertThat(centre.queue("a")).noneMatch(Command.Offer.class::isInstance);
    centre.on(s -> new Event.PhoneInUse(s, agent(1001), call("own"), true));
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    centre.on(s -> new Event.PhoneFree(s, agent(1001)));
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
  }

  @Test
  void aPhoneThatNeverRangIsFreeAgainAtOnceWhenThatIsToldAndByItselfWhenNot() {
    centre.ready(1001);
    claim(1001, false);
    centre.on(s -> new Event.PhoneFree(s, agent(1001)));
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);

    claim(1001, false);
    centre.queue("a");
    List<Command> later = centre.pass(10_000);
    assertThat(later).contains(new Command.Noticed(Anomaly.UNUSED_CLAIM));
    assertThat(later).anyMatch(Command.Offer.class::isInstance);
  }

  @Test
  void theGuardOfAClaimLeavesALaterOneAndATalkAlone() {
    centre.ready(1001);
    claim(1001, false);
    centre.on(s -> new Event.PhoneInUse(s, agent(1001), call("own"), true));
    centre.pass(10_000);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
  }

  @Test
  void nobodyIsAskedWhoRingsTalksRestsOrCantBeRung() {
    assertThat(refusal(claim(1001, false))).isEqualTo(Refusal.NOT_SIGNED_IN);
    centre.ready(1001);
    centre.phone(1001, false);
    assertThat(refusal(claim(1001, false))).isEqualTo(Refusal.PHONE_NOT_REACHABLE);
    centre.phone(1001, true);
    centre.on(s -> new Event.StateAsked(s, agent(1001), busy()));
    assertThat(refusal(claim(1001, false))).isEqualTo(Refusal.NOT_IDLE);
    assertThat(claim(1001, true)).as("the own wish").noneMatch(Command.Refused.class::isInstance);
    assertThat(refusal(claim(1001, true))).isEqualTo(Refusal.TALKING);
  }

  @Test
  void aTalkOnHoldIsHeldUntilItIsTakenBackOrOver() {
    centre.ready(1001);
    Centre.Offered offered = Centre.offers(centre.queue("a")).getFirst();
    assertThat(held(true)).contains(new Command.Noticed(Anomaly.HELD_NOBODY));
    centre.on(s -> new Event.OfferAnswered(s, offered.offer()));
    centre.on(s -> new Event.TalkBegan(s, offered.offer()));

    held(true);
    assertThat(centre.state(1001)).isEqualTo(AgentState.HELD);
    held(false);
    assertThat(centre.state(1001)).isEqualTo(AgentState.TALKING);
    held(true);
    centre.on(s -> new Event.TalkEnded(s, offered.offer()));
    assertThat(centre.state(1001)).isEqualTo(AgentState.ACW);
    centre.pass(30_000);
    assertThat(centre.state(1001)).isEqualTo(AgentState.IDLE);
  }

  private List<Command> held(boolean held) {
    return centre.on(s -> new Event.TalkHeld(s, agent(1001), held));
  }

  private List<Command> claim(int agent, boolean own) {
    return centre.on(s -> new Event.PhoneClaimed(s, agent(agent), call("own"), own));
  }

  private static StateRequest busy() {
    return new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEETING), OptionalInt.empty());
  }

  private static Refusal refusal(List<Command> commands) {
    return commands.stream()
        .filter(Command.Refused.class::isInstance)
        .map(it -> ((Command.Refused) it).refusal())
        .findFirst()
        .orElseThrow();
  }
}
