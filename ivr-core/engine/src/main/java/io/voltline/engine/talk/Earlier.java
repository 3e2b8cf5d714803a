package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import java.util.Set;

/**
 * Talks in the desk's hands as an earlier life of the engine left them. The switch's list says who
 * is where, and a supervisor's own channel why.
 */
final class Earlier {
  private static final Set<Spot> APART = Set.of(Spot.HELD, Spot.CONSULT, Spot.TRANSFER);

  private final Talks talks;
  private final TalkNeighbours with;

  Earlier(Talks talks) {
    this.talks = talks;
    this.with = talks.with();
  }

  void found(Leg phone, AgentNo agent) {
    if (APART.stream().anyMatch(spot -> with.lines().isAt(phone, spot))) {
      talks.later(talks.of(phone.call()), talk -> held(talk, agent));
    }
    talks.later(() -> supervises(phone, agent));
  }

  private void held(Talk talk, AgentNo agent) {
    with.routing().talkHeld(agent, true);
    talks.hold(talk, agent);
  }

  private void supervises(Leg phone, AgentNo agent) {
    with.lines()
        .fact(phone, Supervision.FACT)
        .flatMap(Supervision::parse)
        .ifPresent(on -> supervises(phone.id(), agent, on));
  }

  private void supervises(String phone, AgentNo supervisor, Supervision on) {
    Talk talk = talks.of(on.call());
    synchronized (talk) {
      if (talk.watches.containsKey(phone)) {
        return;
      }
      talk.watches.put(phone, Watch.begin(with, supervisor, on));
      talks.follow(phone, talk);
      // Looked up anew: what came between the list and here was told to nobody.
      with.lines()
          .leg(phone)
          .ifPresentOrElse(leg -> goesOn(talk, leg), () -> talks.stopWatching(talk, phone));
    }
  }

  private void goesOn(Talk talk, Leg phone) {
    if (phone.up()) {
      talk.watches.computeIfPresent(phone.id(), (_, watch) -> watch.relieved());
      talks.watches(talk, phone);
      talks.listensAgain(talk, phone);
    }
  }
}
