package io.voltline.engine.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import io.voltline.domain.routing.AgentState;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class NoticeRecordingsTest {
  private static final Instant TEN = Instant.parse("2026-11-21T02:00:00Z");
  private static final NoticeId NOTICE = new NoticeId("a1");
  private static final NoticeId OVER = new NoticeId("b2");
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final AgentNo ASKS = new AgentNo("2001");
  private static final AgentNo PHONE = new AgentNo("1011");
  private static final byte[] WAV = {1, 2, 3};

  private final NoticeBook book = mock(NoticeBook.class);
  private final NoticeSounds sounds = mock(NoticeSounds.class);
  private final RecordingPhone phone = mock(RecordingPhone.class);
  private final AgentDesk agents = mock(AgentDesk.class);
  private final Runnable changed = mock(Runnable.class);
  private final NoticeRecordings recordings =
      new NoticeRecordings(
          new NoticeBoard(book, changed, () -> TEN),
          book,
          sounds,
          phone,
          agents,
          LONGEST,
          changed,
          () -> TEN);
  private final Author author;

  NoticeRecordingsTest() throws Exception {
    author = Author.of(account("2001", Role.SUPERVISOR), "127.0.0.1");
    lenient().when(book.find(NOTICE)).thenReturn(Optional.of(notice(NOTICE, 60)));
    lenient().when(book.find(OVER)).thenReturn(Optional.of(notice(OVER, -60)));
    lenient().when(book.keep(any(), any(), any(), any(), any())).thenReturn(true);
    lenient().when(sounds.keep(anyString(), any(), any())).thenReturn(Duration.ofSeconds(4));
    lenient().when(sounds.take(anyString())).thenAnswer(call -> "/takes/" + call.getArgument(0));
  }

  private static Notice notice(NoticeId id, long until) {
    return new Notice(
        id,
        new Bilingual("台风", "typhoon"),
        TEN.minusSeconds(3_600),
        Optional.of(TEN.plusSeconds(until)),
        TEN,
        "2001",
        Map.of());
  }

  private static Account account(String no, Role role) {
    return new Account(
        new AgentNo(no), "测试" + no, role, PhoneKind.SIP, List.of(), new Secret("sip-" + no));
  }

  private void stands(AgentState state, boolean reachable) {
    var view =
        new AgentView(
            PHONE, state, Optional.empty(), TEN, Optional.empty(), reachable, Optional.empty());
    when(agents.agents()).thenReturn(List.of(new Agent(account("1011", Role.AGENT), view)));
  }

  @Test
  void whatIsUploadedIsAFileOfItsOwnEachTime() throws Exception {
    recordings.upload(NOTICE, Language.ZH, WAV, author);
    recordings.upload(NOTICE, Language.ZH, WAV, author);
    var kept = ArgumentCaptor.forClass(NoticeAudio.class);
    verify(book, times(2)).keep(any(), eq(Language.ZH), kept.capture(), any(), any());
    assertThat(kept.getAllValues())
        .allSatisfy(
            audio -> {
              assertThat(audio.sound()).matches("a1-zh-[0-9a-f]{8}");
              assertThat(audio.length()).isEqualTo(Duration.ofSeconds(4));
              assertThat(audio.source()).isEqualTo(NoticeAudio.Source.UPLOAD);
              assertThat(audio.madeBy()).isEqualTo("2001");
            });
    assertThat(Set.copyOf(kept.getAllValues())).hasSize(2);
  }

  @Test
  void whatIsUnfitIsToldWithItsReason() throws Exception {
    doThrow(new NoticeSounds.Unfit("nothing is said in it"))
        .when(sounds)
        .keep(anyString(), any(), any());
    assertRefused(
        Refused.Reason.INVALID,
        "the sound: nothing is said in it",
        () -> recordings.upload(NOTICE, Language.EN, WAV, author));
    doThrow(new IOException("disk full")).when(sounds).keep(anyString(), any(), any());
    assertThatThrownBy(() -> recordings.upload(NOTICE, Language.EN, WAV, author))
        .isInstanceOf(Unavailable.class);
    verify(book, never()).keep(any(), any(), any(), any(), any());
  }

  @Test
  void whatIsOverIsNotRecordedAnyMore() throws Exception {
    assertRefused(
        Refused.Reason.INVALID_STATE,
        "notice b2 is over",
        () -> recordings.upload(OVER, Language.ZH, WAV, author));
    assertRefused(
        Refused.Reason.INVALID_STATE,
        "notice b2 is over",
        () -> recordings.record(OVER, Language.ZH, PHONE, ASKS));
    when(book.keep(any(), any(), any(), any(), any())).thenReturn(false);
    assertRefused(
        Refused.Reason.INVALID_STATE,
        "notice a1 is over",
        () -> recordings.upload(NOTICE, Language.ZH, WAV, author));
    assertRefused(
        Refused.Reason.NOT_FOUND,
        "no notice c3",
        () -> recordings.upload(new NoticeId("c3"), Language.ZH, WAV, author));
  }

  @ParameterizedTest
  @CsvSource({"IDLE", "BUSY", "ACW", "SIGNED_OUT"})
  void aPhoneThatIsFreeIsRung(AgentState state) throws Exception {
    stands(state, true);
    recordings.record(NOTICE, Language.EN, PHONE, ASKS);
    var take = ArgumentCaptor.forClass(RecordingPhone.Take.class);
    var file = ArgumentCaptor.forClass(String.class);
    verify(phone).record(eq(PHONE), take.capture(), file.capture(), eq(LONGEST));
    assertThat(take.getValue().notice()).isEqualTo(NOTICE);
    assertThat(take.getValue().by()).isEqualTo(ASKS);
    assertThat(file.getValue()).isEqualTo("/takes/" + take.getValue().name());
  }

  @ParameterizedTest
  @CsvSource({
    "IDLE, false, PHONE_NOT_REACHABLE",
    "TALKING, true, TALKING",
    "RINGING, true, TALKING",
    "RESERVED, true, TALKING"
  })
  void aPhoneThatIsNotIsNotRung(AgentState state, boolean reachable, Refused.Reason reason) {
    stands(state, reachable);
    assertThatThrownBy(() -> recordings.record(NOTICE, Language.EN, PHONE, ASKS))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertRefused(
        Refused.Reason.NOT_FOUND,
        "no phone 7777",
        () -> recordings.record(NOTICE, Language.EN, new AgentNo("7777"), ASKS));
    verify(phone, never()).record(any(), any(), anyString(), any());
  }

  @Test
  void whatIsKeptOnThePhoneIsHeardAndWhateverGoesWrongIsToldThere() throws Exception {
    var take = new RecordingPhone.Take(NOTICE, Language.ZH, "a1-zh-x", ASKS);
    when(sounds.taken("a1-zh-x")).thenReturn(WAV);
    assertThat(recordings.kept(take)).isTrue();
    verify(changed).run();
    doThrow(new NoticeSounds.Unfit("nothing is said in it"))
        .when(sounds)
        .keep(anyString(), any(), any());
    assertThat(recordings.kept(take)).isFalse();
    when(sounds.taken("a1-zh-x")).thenThrow(new IOException("no such file"));
    assertThat(recordings.kept(take)).isFalse();
    when(book.find(NOTICE)).thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(recordings.kept(take)).isFalse();
  }

  @Test
  void aRecordingCanBeTakenAway() throws Exception {
    when(book.forget(NOTICE, Language.ZH, author, TEN)).thenReturn(true);
    recordings.forget(NOTICE, Language.ZH, author);
    verify(changed).run();
    assertRefused(
        Refused.Reason.NOT_FOUND,
        "no recording of notice a1 in en",
        () -> recordings.forget(NOTICE, Language.EN, author));
  }

  @ParameterizedTest
  @CsvSource({"AGENT", "QUALITY"})
  void onlySupervisorsAndAdministratorsChangeWhatCallersHear(Role role) throws Exception {
    assertRefused(
        Refused.Reason.FORBIDDEN,
        "only supervisors and administrators change what callers hear",
        () -> Author.of(account("1011", role), "127.0.0.1"));
    assertThat(Author.of(account("9001", Role.ADMIN), "127.0.0.1").name()).isEqualTo("9001");
    assertThat(Author.atConsole("x".repeat(100)).name()).hasSize(64).startsWith("console:x");
  }

  @Test
  void aSoundGoesAtTheSecondLookThatFindsItUnwanted() throws Exception {
    var sweep = new NoticeSweep(book, sounds, () -> TEN);
    when(sounds.all()).thenReturn(Set.of("a1-zh-1", "b2-zh-1"));
    var audio =
        new NoticeAudio("a1-zh-1", Duration.ofSeconds(3), NoticeAudio.Source.PHONE, TEN, "2001");
    var wanted =
        new Notice(
            NOTICE,
            new Bilingual("台风", "typhoon"),
            TEN,
            Optional.empty(),
            TEN,
            "2001",
            Map.of(Language.ZH, audio));
    when(book.notOver(TEN)).thenReturn(List.of(wanted));
    assertThat(sweep.look()).isTrue();
    verify(sounds, never()).remove(anyString());
    sweep.look();
    verify(sounds).remove("b2-zh-1");
    verify(sounds, never()).remove("a1-zh-1");
    when(book.notOver(TEN)).thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(sweep.look()).as("nothing is removed unasked").isFalse();
    verify(sounds, never()).remove("a1-zh-1");
  }

  private static void assertRefused(Refused.Reason reason, String detail, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .hasMessage(detail)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
