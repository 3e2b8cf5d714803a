package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.calendar.Span;
import io.voltline.domain.callback.CallBack;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.callback.CallBackStatus;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.call.CallBacks.End;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.call.StandIn;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.selfservice.CallBackBook.Owed;
import io.voltline.engine.selfservice.CallBackBook.TryEnd;
import io.voltline.engine.selfservice.CallBackBook.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

class CallBackLineTest {
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000001");
  private static final QueueId QUEUE = new QueueId("bill");

  /** Ten in the morning in Shanghai. */
  private static final Instant MORNING = Instant.parse("2026-11-21T02:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-11-21T13:30:00Z");
  private static final Instant QUEUED = MORNING.minusSeconds(90);
  private static final CallBackRule RULE =
      new CallBackRule(
          List.of(Duration.ofMinutes(5)),
          new Span(LocalTime.of(8, 0), LocalTime.of(21, 0)),
          ZoneId.of("Asia/Shanghai"));

  private final CallBackBook book = Mockito.mock(CallBackBook.class);
  private final Lines lines = new Lines();
  private Instant now = MORNING;
  private final CallBackLine line =
      new CallBackLine(
          book,
          RULE,
          lines,
          _ -> CallerDirectory.Known.NOTHING,
          Map.of(QUEUE, Demand.of(new SkillId("inquiry"))),
          () -> now);

  @Test
  void whoIsOwedACallStandsWhereTheyStood() {
    Mockito.when(book.begin(Mockito.any(), Mockito.anyInt())).thenReturn(List.of(trying(QUEUE)));
    assertThat(line.look()).isTrue();
    StandIn standIn = lines.opened.getFirst();
    assertThat(standIn.queuedAt()).isEqualTo(QUEUED);
    assertThat(standIn.until()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(standIn.variables())
        .containsEntry("VL_QUEUED_AT", Long.toString(QUEUED.toEpochMilli()))
        .containsEntry("VL_QUEUE", "bill")
        .containsEntry("VL_SKILL", "inquiry:1")
        .containsEntry("VL_NUMBER", NUMBER.value())
        .containsEntry("VL_CALLBACK", "7");
  }

  @Test
  void aLineThatNeverStoodOrWentUnheardIsOpenedAgain() {
    Mockito.when(book.trying(MORNING.minusSeconds(30))).thenReturn(List.of(trying(QUEUE)));
    line.look();
    verifyEnded(CallBackStatus.WAITING, 0, TryEnd.LOST);
  }

  @Test
  void aLineThatStandsIsLeftAlone() {
    lines.standing.add(7L);
    Mockito.when(book.trying(Mockito.any())).thenReturn(List.of(trying(QUEUE)));
    line.look();
    assertThat(lines.closed).isEmpty();
    Mockito.verify(book, Mockito.never())
        .ended(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any());
  }

  @Test
  void atNightNobodyIsCalledAndNobodyLosesThePlace() {
    now = NIGHT;
    lines.standing.add(7L);
    Mockito.when(book.trying(NIGHT)).thenReturn(List.of(trying(QUEUE)));
    line.look();
    assertThat(lines.closed).containsExactly(7L);
    Mockito.verify(book, Mockito.never()).begin(Mockito.any(), Mockito.anyInt());

    Mockito.when(book.find(7)).thenReturn(Optional.of(trying(QUEUE)));
    line.ended(7, End.NOT_TRIED);
    CallBack after = verifyEnded(CallBackStatus.WAITING, 0, TryEnd.LOST);
    assertThat(after.notBefore()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(after.queuedAt()).isEqualTo(QUEUED);
  }

  @Test
  void whatBecameOfItIsKept() {
    Mockito.when(book.find(7)).thenReturn(Optional.of(trying(QUEUE)));
    line.ended(7, End.MISSED);
    CallBack after = verifyEnded(CallBackStatus.WAITING, 1, TryEnd.MISSED);
    assertThat(after.notBefore()).isEqualTo(MORNING.plusSeconds(300));
    line.ended(7, End.REACHED);
    verifyEnded(CallBackStatus.REACHED, 1, TryEnd.REACHED);
  }

  @Test
  void anEndThatCannotBeKeptIsKeptLater() {
    Mockito.when(book.find(7))
        .thenThrow(new Unavailable("MariaDB", new IllegalStateException()))
        .thenReturn(Optional.of(trying(QUEUE)));
    line.ended(7, End.REACHED);
    Mockito.verify(book, Mockito.never())
        .ended(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any());
    line.look();
    verifyEnded(CallBackStatus.REACHED, 1, TryEnd.REACHED);
  }

  @Test
  void withoutTheSwitchNothingIsDecided() {
    lines.known = false;
    assertThat(line.look()).isFalse();
    Mockito.verifyNoInteractions(book);
  }

  @Test
  void whoeverIsServedByCallingInIsOwedNothing() {
    Mockito.when(book.calledIn(NUMBER, MORNING)).thenReturn(Optional.of(trying(QUEUE)));
    line.served("no number at all");
    line.served(NUMBER.value());
    assertThat(lines.closed).containsExactly(7L);
  }

  @Test
  void aQueueThatIsNoMoreStopsNobodyElse() {
    Mockito.when(book.begin(Mockito.any(), Mockito.anyInt()))
        .thenReturn(List.of(trying(new QueueId("gone")), trying(QUEUE)));
    line.look();
    assertThat(lines.opened).hasSize(1);
  }

  private CallBack verifyEnded(CallBackStatus status, int tries, TryEnd end) {
    var after = ArgumentCaptor.forClass(CallBack.class);
    Mockito.verify(book).ended(Mockito.any(), after.capture(), Mockito.eq(end), Mockito.eq(now));
    assertThat(after.getValue().status()).isEqualTo(status);
    assertThat(after.getValue().tries()).isEqualTo(tries);
    return after.getValue();
  }

  private static Owed trying(QueueId queue) {
    return new Owed(
        7,
        new Wish(new CallId("vl1-1.1"), NUMBER, Optional.empty(), Language.ZH),
        new CallBack(NUMBER, queue, QUEUED, CallBackStatus.TRYING, 1, MORNING));
  }

  /** Lines as the test says they stand. */
  private static final class Lines implements StandInLines {
    final List<StandIn> opened = new ArrayList<>();
    final List<Long> closed = new ArrayList<>();
    final Set<Long> standing = new HashSet<>();
    boolean known = true;

    @Override
    public boolean known() {
      return known;
    }

    @Override
    public boolean stands(long callBack) {
      return standing.contains(callBack);
    }

    @Override
    public void open(StandIn standIn) {
      opened.add(standIn);
    }

    @Override
    public void close(long callBack) {
      closed.add(callBack);
    }
  }
}
