package io.voltline.engine.fax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxRule;
import io.voltline.domain.fax.FaxTry;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.fax.FaxJobs.Due;
import io.voltline.engine.fax.FaxJobs.Running;
import io.voltline.engine.fax.FaxSpool.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaxSenderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final FaxTry FIRST = new FaxTry(7, 1);
  private static final FaxTry LAST = new FaxTry(7, 3);
  private static final FaxEnd SENT = new FaxEnd.Sent(2, Optional.empty(), Optional.empty());
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000171");
  private static final Path DOCUMENT = Path.of("/documents/tariff.tiff");

  private final FaxJobs jobs = mock(FaxJobs.class);
  private final FaxSpool spool = mock(FaxSpool.class);
  private final FaxLine line = mock(FaxLine.class);
  private final LiveCalls live = mock(LiveCalls.class);
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final FaxSender sender =
      new FaxSender(
          jobs,
          spool,
          line,
          live,
          new FaxRule(List.of(Duration.ofMinutes(2), Duration.ofMinutes(10))),
          2,
          InstantSource.fixed(NOW),
          metrics);

  @BeforeEach
  void usual() {
    when(live.known()).thenReturn(true);
    when(jobs.take(any(), anyInt())).thenReturn(Optional.empty());
    when(jobs.ended(any(), any(), any(), any())).thenReturn(true);
    when(spool.document("tariff.tiff")).thenReturn(Optional.of(DOCUMENT));
  }

  @Test
  void whatIsDueIsDialledWithTheDocument() throws IOException {
    when(jobs.take(NOW, 2))
        .thenReturn(Optional.of(new Due(FIRST, NUMBER, "tariff.tiff")))
        .thenReturn(Optional.empty());
    assertThat(sender.look()).isTrue();
    verify(line).send(FIRST, NUMBER, DOCUMENT);
    verify(jobs, never()).ended(any(), any(), any(), any());
  }

  @Test
  void aDocumentThatIsNotThereIsTriedAgainAndNotDialled() throws IOException {
    when(jobs.take(NOW, 2))
        .thenReturn(Optional.of(new Due(FIRST, NUMBER, "gone.tiff")))
        .thenReturn(Optional.empty());
    when(spool.document("gone.tiff")).thenReturn(Optional.empty());
    sender.look();
    verifyNoInteractions(line);
    verify(jobs)
        .ended(
            FIRST,
            new FaxEnd.NotSent("there is no document gone.tiff"),
            Optional.of(NOW.plusSeconds(120)),
            NOW);
  }

  @Test
  void anEndThatIsToldIsBookedBeforeItIsForgotten() throws IOException {
    when(spool.told()).thenReturn(List.of(new Told(FIRST, SENT)));
    sender.look();
    var order = inOrder(jobs, spool);
    order.verify(jobs).ended(FIRST, SENT, Optional.empty(), NOW);
    order.verify(spool).forget(FIRST);
    assertThat(counted("sent")).isEqualTo(1);
  }

  @Test
  void theLastTryIsGivenUpWithTheReason() throws IOException {
    var busy = new FaxEnd.NotSent("the number was busy (BUSY, cause 17)");
    when(spool.told()).thenReturn(List.of(new Told(LAST, busy)));
    sender.look();
    verify(jobs).ended(LAST, busy, Optional.empty(), NOW);
    assertThat(counted("given-up")).isEqualTo(1);
  }

  @Test
  void aTryTheSwitchKnowsNothingOfIsLostUnlessItsEndWasTold() throws IOException {
    var other = new FaxTry(8, 2);
    var young = new FaxTry(9, 1);
    var onTheLine = new FaxTry(10, 1);
    when(jobs.running())
        .thenReturn(
            List.of(
                new Running(FIRST, NOW.minusSeconds(60)),
                new Running(other, NOW.minusSeconds(60)),
                new Running(young, NOW.minusSeconds(10)),
                new Running(onTheLine, NOW.minusSeconds(60))));
    when(live.mayBeLive(onTheLine.line())).thenReturn(true);
    when(spool.told()).thenReturn(List.of(new Told(other, SENT)));
    sender.look();
    verify(jobs).ended(eq(FIRST), any(FaxEnd.NotSent.class), any(), any());
    verify(jobs).ended(other, SENT, Optional.empty(), NOW);
    verify(jobs, never()).ended(eq(young), any(), any(), any());
    verify(jobs, never()).ended(eq(onTheLine), any(), any(), any());
  }

  @Test
  void anEndThatIsToldTwiceCountsOnce() throws IOException {
    when(spool.told()).thenReturn(List.of(new Told(FIRST, SENT)));
    when(jobs.ended(any(), any(), any(), any())).thenReturn(true, false);
    sender.look();
    sender.look();
    assertThat(counted("sent")).isEqualTo(1);
  }

  @Test
  void nothingIsDialledWhileTheSwitchIsNotHeard() throws IOException {
    when(live.known()).thenReturn(false);
    when(live.mayBeLive(any())).thenReturn(true);
    when(jobs.running()).thenReturn(List.of(new Running(FIRST, NOW.minusSeconds(60))));
    assertThat(sender.look()).isFalse();
    verify(jobs, never()).take(any(), anyInt());
    verify(jobs, never()).ended(any(), any(), any(), any());
  }

  @Test
  void whileTheStoreIsDownNothingIsForgotten() throws IOException {
    when(spool.told()).thenReturn(List.of(new Told(FIRST, SENT)));
    when(jobs.ended(any(), any(), any(), any()))
        .thenThrow(new Unavailable("database", new RuntimeException()));
    assertThat(sender.look()).isFalse();
    verify(spool, never()).forget(FIRST);
  }

  private double counted(String outcome) {
    return metrics.counter("voltline.faxes.sent", "outcome", outcome).count();
  }
}
