package io.voltline.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.StateRequest;
import io.voltline.domain.routing.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The owner step by step, with a clock that only the test moves. */
class OwnerTest {
  private static final SkillId SKILL = new SkillId("general");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final CallId CALL = new CallId("vl1-1.1");

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private final Mailbox mailbox = new Mailbox(64);
  private final Callers callers = mock();
  private final PromiseObserver promises = mock();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Owner owner =
      new Owner(
          new RoutingCore(Profiles.wrapUp(0), new OfferId(0)),
          clock,
          mailbox,
          new Published(),
          callers,
          mock(),
          mock(),
          promises,
          mock(),
          new DispatchMetrics(metrics, mailbox));

  @Test
  void timersFireWhenTheClockSaysSoAndNotBefore() throws InterruptedException {
    ringing();

    step(9_999);
    verify(callers, never()).cancel(any(), any());
    step(1);
    verify(callers).cancel(new OfferId(1), CALL);
  }

  @Test
  void aBrokenPromiseIsToldAndCountedInItsMoment() throws InterruptedException {
    ringing();

    step(11_999);
    verify(promises, never()).broken(any(), any());
    step(1);
    verify(promises)
        .broken(
            new Command.PromiseBroken(CALL, Profiles.GENERAL, BreachCause.AGENT_SILENT),
            clock.instant());
    assertThat(
            metrics.get("voltline.promise.broken").tag("cause", "AGENT_SILENT").counter().count())
        .isEqualTo(1);
  }

  @Test
  void aClockThatGoesBackStopsNothing() throws InterruptedException {
    ringing();

    now.addAndGet(-3_600_000);
    mailbox.fact(s -> new Event.OfferAnswered(s, new OfferId(1)));
    mailbox.fact(s -> new Event.TalkEnded(s, new OfferId(1)));
    mailbox.fact(s -> new Event.CallQueued(s, new CallId("next"), Profiles.request(now.get())));
    step(0);
    step(0);
    step(0);

    verify(callers)
        .offer(eq(new CallId("next")), eq(List.of(new Command.Ring(new OfferId(2), AGENT))), any());
  }

  @Test
  void timersOfTheSameMomentFireInTheOrderTheyWereStarted() {
    Timers timers = new Timers();
    var first = new Timer.RingGuard(new OfferId(2));
    var second = new Timer.RingGuard(new OfferId(1));
    timers.start(new Command.StartTimer(first, 10));
    timers.start(new Command.StartTimer(second, 10));

    assertThat(timers.fire(9)).isEmpty();
    assertThat(timers.untilNext(4, 1_000)).isEqualTo(6);
    assertThat(timers.fire(10)).contains(first);
    assertThat(timers.fire(10)).contains(second);
    assertThat(timers.untilNext(10, 1_000)).isEqualTo(1_000);
  }

  private void ringing() throws InterruptedException {
    mailbox.fact(s -> new Event.AgentSignedIn(s, AGENT, List.of(Certificate.of(SKILL, 5))));
    mailbox.fact(s -> new Event.PhoneReachable(s, AGENT, true));
    mailbox.fact(s -> new Event.StateAsked(s, AGENT, StateRequest.idle()));
    mailbox.fact(s -> new Event.CallQueued(s, CALL, Profiles.request(now.get())));
    for (int letter = 0; letter < 4; letter++) {
      step(0);
    }
    verify(callers).offer(eq(CALL), eq(List.of(new Command.Ring(new OfferId(1), AGENT))), any());
  }

  private void step(long millis) throws InterruptedException {
    now.addAndGet(millis);
    owner.step();
  }
}
