package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.AfterTalk;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.call.RingResult;
import io.voltline.engine.desk.Unavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All talks that are more than the switch's own, and what the switch tells of them. */
public final class Talks implements TalkFacts, AfterTalk, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Talks.class);
  private static final int THREE = 3;

  private final Map<CallId, Talk> live = new ConcurrentHashMap<>();

  /** By the id of the channel that asks, or watches. */
  private final Map<String, Talk> byLeg = new ConcurrentHashMap<>();

  /** Facts in their order, off the switch's own thread. */
  private final ExecutorService facts =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("talk-facts").factory());

  private final AtomicLong legs = new AtomicLong();
  private final TalkNeighbours with;
  private final Earlier earlier;

  public Talks(TalkNeighbours with) {
    this.with = with;
    this.earlier = new Earlier(this);
  }

  TalkNeighbours with() {
    return with;
  }

  /** The talk of this call; one that nobody did anything with yet is made. */
  Talk of(CallId call) {
    return live.computeIfAbsent(call, Talk::new);
  }

  Optional<Talk> find(CallId call) {
    return Optional.ofNullable(live.get(call));
  }

  /** The channel's facts are this talk's, whatever call it belongs to. */
  void follow(String leg, Talk talk) {
    byLeg.put(leg, talk);
  }

  Collection<Talk> all() {
    return live.values();
  }

  void forget(String leg) {
    byLeg.remove(leg);
  }

  /** Tells those in the talk; the caller holds it. */
  void tell(Talk talk, TalkChange change, AgentNo by) {
    with.observer().changed(talk.view(with.lines().phones(talk.call)), change, by);
  }

  @Override
  public Optional<Next> next(CallId call) {
    Talk talk = live.get(call);
    if (talk == null) {
      return Optional.empty();
    }
    synchronized (talk) {
      Optional<Next> next = talk.next;
      talk.next = Optional.empty();
      // Whoever is rung to be asked does not come any more, for the one who asks is gone.
      return next.isPresent() ? next : talk.asked().flatMap(Talk.Asking::instead);
    }
  }

  @Override
  public void dialled(String by, Leg leg) {
    later(
        byLeg.get(by),
        talk ->
            talk.asked()
                .filter(it -> it.leg().id().equals(by))
                .ifPresent(it -> talk.asking = it.with(leg)));
  }

  @Override
  public void dialEnded(String by, Leg leg, RingResult result) {
    later(
        byLeg.get(by),
        talk -> {
          talk.asked()
              .filter(it -> it.leg().id().equals(by))
              .ifPresent(it -> ended(talk, it, leg, result));
          if (by.equals(talk.call.value()) && talk.asked().isEmpty()) {
            calledOut(talk, leg, result);
          }
        });
  }

  private void ended(Talk talk, Talk.Asking asking, Leg leg, RingResult result) {
    if (result != RingResult.TALKED) {
      back(talk, asking, Talk.end(result));
      return;
    }
    with.log().answered(talk.call, asking.part(), with.now());
    talk.asking = asking.answeredBy(leg);
    if (asking.transfer()) {
      passedOn(talk, asking);
    } else {
      tell(talk, TalkChange.ANSWERED, asking.by());
    }
  }

  @Override
  public void up(Leg leg) {
    later(byLeg.get(leg.id()), talk -> watches(talk, leg));
  }

  /** The supervisor's phone is where the watch says. */
  void watches(Talk talk, Leg leg) {
    Watch watch = talk.watches.get(leg.id());
    if (watch != null) {
      with.log().answered(talk.call, watch.part(), with.now());
      with.observer().supervised(talk.call, watch.supervisor(), watch.agent(), watch.kind(), true);
    }
  }

  /** Whoever asked somebody and is in the talk again has asked enough, or was not answered. */
  @Override
  public void joined(Leg leg, CallId call) {
    later(
        live.get(call),
        talk -> {
          talk.asked()
              .filter(it -> it.leg().id().equals(leg.id()))
              .ifPresent(it -> back(talk, it, it.answered() ? PartEnd.DONE : PartEnd.UNREACHABLE));
          Watch watch = talk.watches.get(leg.id());
          if (watch != null && watch.relieves()) {
            talk.watches.put(leg.id(), watch.relieved());
            with.lines().phone(watch.agent(), call).ifPresent(with.lines()::hangUp);
          }
          leg.agent().ifPresent(agent -> tell(talk, TalkChange.JOINED, agent));
          // A caller who comes there after everybody has left is not to be alone.
          settle(talk);
        });
  }

  @Override
  public void found(Leg leg) {
    leg.agent().ifPresent(agent -> earlier.found(leg, agent));
  }

  /** The agent keeps the others on hold. */
  void hold(Talk talk, AgentNo agent) {
    talk.holds.computeIfAbsent(
        agent,
        by ->
            with.log()
                .began(
                    new TalkLog.Part(talk.call, PartKind.HOLD, by, Optional.empty(), with.now())));
  }

  @Override
  public void gone(Leg leg) {
    Talk own = byLeg.remove(leg.id());
    later(own == null ? live.get(leg.call()) : own, talk -> left(talk, leg));
  }

  @Override
  public void inPlace(Leg leg) {
    later(byLeg.get(leg.id()), talk -> listensAgain(talk, leg));
  }

  /** ChanSpy goes on in a channel that got another phone, but that one hears nothing of it. */
  void listensAgain(Talk talk, Leg leg) {
    Watch watch = talk.watches.get(leg.id());
    if (watch != null && !watch.takesPart()) {
      with.lines()
          .phone(watch.agent(), talk.call)
          .ifPresent(spied -> with.lines().move(leg, Spot.SPY, talk.call, watch.facts(spied)));
    }
  }

  @Override
  public void replaced(String was, Leg now) {
    Talk own = byLeg.remove(was);
    if (own != null) {
      follow(now.id(), own);
    }
    later(own == null ? live.get(now.call()) : own, talk -> talk.replaced(was, now));
  }

  /** Whoever a desk called answered, or did not. */
  private void calledOut(Talk talk, Leg leg, RingResult result) {
    Talk.Out out = talk.out;
    if (out == null || out.other().isPresent()) {
      return;
    }
    if (result != RingResult.TALKED) {
      outOver(talk, out, Talk.end(result));
      return;
    }
    talk.out = out.answeredBy(leg);
    with.log().answered(talk.call, out.part(), with.now());
    with.log().outAnswered(talk.call, out.by(), with.now());
    out.recording().ifPresent(file -> with.recorder().heard(file, out.by()));
    tell(talk, TalkChange.ANSWERED, out.by());
  }

  /** The switch did not take the call that a desk was to make. */
  void notCalled(Talk talk) {
    forget(talk.call.value());
    live.remove(talk.call, talk);
    Optional.ofNullable(talk.out).ifPresent(out -> outOver(talk, out, PartEnd.CANCELLED));
  }

  /** Over when who was called is gone, or nobody is there any more to be talked with. */
  private void outLeft(Talk talk, Leg leg) {
    Talk.Out out = talk.out;
    if (out == null) {
      return;
    }
    if (out.other().isPresent()) {
      if (out.other().get().id().equals(leg.id())) {
        outOver(talk, out, PartEnd.DONE);
      }
    } else if (leg.id().equals(talk.call.value())) {
      outOver(talk, out, PartEnd.CANCELLED);
    }
  }

  private void outOver(Talk talk, Talk.Out out, PartEnd end) {
    talk.out = null;
    with.log().ended(talk.call, out.part(), end, with.now());
    boolean talked = out.other().isPresent();
    EndReason reason = talked ? EndReason.TALK_ENDED : EndReason.NOT_REACHED;
    with.log().outEnded(talk.call, reason, with.now());
    out.recording().ifPresent(talked ? with.recorder()::finished : with.recorder()::discarded);
    if (!talked) {
      // A phone that never got a channel is told free by nobody else.
      out.claimed()
          .filter(agent -> with.lines().phone(agent, talk.call).isEmpty())
          .ifPresent(with.routing()::phoneFree);
    }
  }

  private void left(Talk talk, Leg leg) {
    outLeft(talk, leg);
    talk.asked()
        .ifPresent(
            it -> {
              if (it.leg().id().equals(leg.id())) {
                askerLeft(talk, it);
              } else if (talk.asked(leg)) {
                back(talk, it, PartEnd.DONE);
              }
            });
    leg.agent().ifPresent(agent -> unhold(talk, agent));
    stopWatching(talk, leg.id());
    leg.agent().or(() -> talk.outsiderLeft(leg)).ifPresent(it -> tell(talk, TalkChange.LEFT, it));
    settle(talk);
  }

  /** This supervisor's phone is off. */
  void stopWatching(Talk talk, String leg) {
    Watch watch = talk.watches.remove(leg);
    forget(leg);
    if (watch != null) {
      ended(talk, watch);
    }
  }

  void ended(Talk talk, Watch watch) {
    with.log().ended(talk.call, watch.part(), PartEnd.DONE, with.now());
    with.observer().supervised(talk.call, watch.supervisor(), watch.agent(), watch.kind(), false);
  }

  /** An id for a channel that is to be made. */
  String newLeg() {
    return "desk-" + with.now().toEpochMilli() + "." + legs.incrementAndGet();
  }

  /** Three are no three any more, or nobody is left. */
  private void settle(Talk talk) {
    List<Leg> phones = with.lines().phones(talk.call);
    boolean farEnd = with.lines().leg(talk.call.value()).isPresent();
    int beside = with.lines().others(talk.call).size();
    if (talk.conference.isPresent() && beside + (farEnd ? 1 : 0) < THREE) {
      with.log().ended(talk.call, talk.conference.get(), PartEnd.DONE, with.now());
      talk.conference = Optional.empty();
    }
    if (!farEnd && phones.isEmpty()) {
      live.remove(talk.call, talk);
    } else if (phones.isEmpty() && beside == 0) {
      with.lines().empty(talk.call);
    }
  }

  /** The one who was asked stays instead, or the caller waits again. */
  private void askerLeft(Talk talk, Talk.Asking asking) {
    if (asking.answered()) {
      passedOn(talk, asking);
    } else {
      talk.next = asking.instead();
      over(talk, asking, PartEnd.CANCELLED);
    }
  }

  private void passedOn(Talk talk, Talk.Asking asking) {
    over(talk, asking, PartEnd.DONE);
    if (!asking.transfer()) {
      Optional<Target> target = Optional.of(asking.target());
      long part =
          with.log()
              .began(
                  new TalkLog.Part(talk.call, PartKind.TRANSFER, asking.by(), target, with.now()));
      with.log().answered(talk.call, part, with.now());
      with.log().ended(talk.call, part, PartEnd.DONE, with.now());
    }
    tell(talk, TalkChange.TRANSFERRED, asking.by());
  }

  private void back(Talk talk, Talk.Asking asking, PartEnd end) {
    over(talk, asking, end);
    with.routing().talkHeld(asking.by(), false);
    // A phone that never got a channel is told free by nobody else.
    if (asking.asked().isEmpty()) {
      asking.desk().ifPresent(with.routing()::phoneFree);
    }
    tell(talk, TalkChange.BACK, asking.by());
  }

  private void over(Talk talk, Talk.Asking asking, PartEnd end) {
    talk.asking = null;
    forget(asking.leg().id());
    with.log().ended(talk.call, asking.part(), end, with.now());
  }

  /** Whoever asked gave it up, and is in the talk again. */
  void cancelled(Talk talk, Talk.Asking asking) {
    back(talk, asking, asking.answered() ? PartEnd.DONE : PartEnd.CANCELLED);
  }

  /** The agent keeps nobody on hold any more. */
  void unhold(Talk talk, AgentNo agent) {
    Long part = talk.holds.remove(agent);
    if (part != null) {
      with.log().ended(talk.call, part, PartEnd.DONE, with.now());
    }
  }

  void later(@Nullable Talk talk, Consumer<Talk> then) {
    if (talk != null) {
      later(
          () -> {
            synchronized (talk) {
              then.accept(talk);
            }
          });
    }
  }

  void later(Runnable then) {
    facts.execute(
        () -> {
          try {
            then.run();
          } catch (Unavailable e) {
            log.warn("what the switch told of a talk is not followed: {}", e.getMessage());
          }
        });
  }

  @Override
  public void close() {
    facts.shutdown();
  }
}
