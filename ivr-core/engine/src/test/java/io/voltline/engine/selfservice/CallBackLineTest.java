package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.calendar.Span;
import io.voltline.domain.callback.CallBack;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.callback.CallBackStatus;
import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.call.CallBacks.End;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.call.StandIn;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.selfservice.CallBackBook.Joined;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

class CallBackLineTest {
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000001");
  private static final CallId CALL = new CallId("vl1-1.1");
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
      new CallBackLine(book, RULE, lines, _ -> CallerDirectory.Known.NOTHING, () -> now);

  @Test
  void whoIsOwedACallStandsWhereTheyStood() {
    Mockito.when(book.begin(Mockito.any(), Mockito.anyInt())).thenReturn(List.of(trying(QUEUE)));
    Mockito.when(book.path(trying(QUEUE).wish().call())).thenReturn(List.of("main", "bill/queue"));
    assertThat(line.look()).isTrue();
    StandIn standIn = lines.opened.getFirst();
    assertThat(standIn.place().since()).isEqualTo(QUEUED);
    assertThat(standIn.until()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(standIn.variables())
        .containsEntry("VL_QUEUED_AT", Long.toString(QUEUED.toEpochMilli()))
        .containsEntry("VL_QUEUE", "bill")
        .containsEntry("VL_SKILL", "inquiry:2")
        .containsEntry("VL_PRIORITY", "3")
        .containsEntry("VL_NUMBER", NUMBER.value())
        .containsEntry("VL_FLOW", "main bill/queue")
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
    assertThat(after.place().since()).isEqualTo(QUEUED);
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
    Mockito.when(book.calledIn(NUMBER, CALL, MORNING)).thenReturn(Optional.of(trying(QUEUE)));
    line.served(CALL, "no number at all");
    line.served(CALL, NUMBER.value());
    assertThat(lines.closed).containsExactly(7L);
  }

  @Test
  void whoCallsAgainTakesThePlaceAndTheLineThatStandsInGoes() {
    var wanted = new PlaceInLine(QUEUE, Demand.parse("general"), 0, MORNING);
    Mockito.when(book.owes(NUMBER)).thenReturn(true);
    Mockito.when(book.join(NUMBER, CALL, MORNING)).thenReturn(Optional.of(trying(QUEUE)));
    assertThat(line.owed("+86 000 0000 0001")).isTrue();
    assertThat(line.join(CALL, NUMBER.value(), wanted)).contains(trying(QUEUE).callBack().place());
    assertThat(lines.gaveWay).containsExactly(7L);
    assertThat(line.owed("anonymous")).isFalse();
    assertThat(line.join(CALL, "anonymous", wanted)).isEmpty();
  }

  @Test
  void aLineThatComesUpLateGivesWayToo() {
    Mockito.when(book.joined()).thenReturn(List.of(joined(false, false)));
    line.look();
    line.look();
    assertThat(lines.gaveWay).containsExactly(7L, 7L);
    Mockito.verify(book, Mockito.never()).left(Mockito.any());
  }

  @Test
  void whatAnEngineThatDiedDidNotTellIsMadeUpFor() {
    Mockito.when(book.joined())
        .thenReturn(List.of(joined(true, false)))
        .thenReturn(List.of(joined(true, true)));
    line.look();
    Mockito.verify(book).left(CALL);
    Mockito.verify(book, Mockito.never()).calledIn(Mockito.any(), Mockito.any(), Mockito.any());
    line.look();
    Mockito.verify(book).calledIn(NUMBER, CALL, MORNING);
  }

  @Test
  void withoutTheStoreACallerWaitsInAPlaceOfTheirOwn() {
    var down = new Unavailable("MariaDB", new IllegalStateException());
    Mockito.when(book.owes(NUMBER)).thenThrow(down);
    Mockito.when(book.join(Mockito.any(), Mockito.any(), Mockito.any())).thenThrow(down);
    Mockito.doThrow(down).when(book).left(CALL);
    assertThat(line.owed(NUMBER.value())).isFalse();
    assertThat(line.join(CALL, NUMBER.value(), trying(QUEUE).callBack().place())).isEmpty();
    line.left(CALL);
    assertThat(lines.gaveWay).isEmpty();
  }

  private static Joined joined(boolean over, boolean served) {
    Owed owed = trying(QUEUE);
    return new Joined(new Owed(owed.id(), owed.wish(), owed.callBack().joined(CALL)), over, served);
  }

  private CallBack verifyEnded(CallBackStatus status, int tries, TryEnd end) {
    ArgumentCaptor<UnaryOperator<CallBack>> rule = ArgumentCaptor.captor();
    Mockito.verify(book).ended(Mockito.any(), rule.capture(), Mockito.eq(end), Mockito.eq(now));
    CallBack after = rule.getValue().apply(trying(QUEUE).callBack());
    assertThat(after.status()).isEqualTo(status);
    assertThat(after.tries()).isEqualTo(tries);
    return after;
  }

  private static Owed trying(QueueId queue) {
    return new Owed(
        7,
        new Wish(CALL, NUMBER, Optional.empty(), Language.ZH),
        new CallBack(
            NUMBER,
            new PlaceInLine(queue, Demand.parse("inquiry:2"), 3, QUEUED),
            CallBackStatus.TRYING,
            1,
            MORNING,
            Optional.empty()));
  }

  /** Lines as the test says they stand. */
  private static final class Lines implements StandInLines {
    final List<StandIn> opened = new ArrayList<>();
    final List<Long> closed = new ArrayList<>();
    final List<Long> gaveWay = new ArrayList<>();
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
    public void giveWay(long callBack) {
      gaveWay.add(callBack);
    }

    @Override
    public void close(long callBack) {
      closed.add(callBack);
    }
  }
}
