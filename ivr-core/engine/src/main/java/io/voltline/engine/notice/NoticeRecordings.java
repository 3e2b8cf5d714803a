package io.voltline.engine.notice;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeAudio;
import io.voltline.domain.notice.NoticeId;
import io.voltline.domain.routing.AgentState;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentView;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announcements as somebody says them, uploaded or recorded by phone. Each recording is a file of
 * its own, so that whoever is hearing the one before hears it to its end. May block; throws {@link
 * Unavailable}.
 */
public final class NoticeRecordings implements Takes {
  private static final Logger log = LoggerFactory.getLogger(NoticeRecordings.class);

  /** States in which a phone that can be rung is rung. */
  private static final Set<AgentState> FREE =
      Set.of(AgentState.SIGNED_OUT, AgentState.IDLE, AgentState.BUSY, AgentState.ACW);

  private final NoticeBoard board;
  private final NoticeBook book;
  private final NoticeSounds sounds;
  private final RecordingPhone phone;
  private final AgentDesk agents;
  private final Duration longest;
  private final Runnable changed;
  private final InstantSource clock;

  /**
   * Keeps recordings beside their announcements.
   *
   * @param longest a recording may last
   * @param changed is told of each change, so that the next call hears it
   */
  public NoticeRecordings(
      NoticeBoard board,
      NoticeBook book,
      NoticeSounds sounds,
      RecordingPhone phone,
      AgentDesk agents,
      Duration longest,
      Runnable changed,
      InstantSource clock) {
    this.board = board;
    this.book = book;
    this.sounds = sounds;
    this.phone = phone;
    this.agents = agents;
    this.longest = longest;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Callers of this language hear the file from now on.
   *
   * @param wav 8 to 48 kHz
   * @throws Refused NOT_FOUND, INVALID_STATE when the notice is over, INVALID with what is wrong
   *     with the file
   */
  public Notice upload(NoticeId id, Language language, byte[] wav, Author by) throws Refused {
    open(id);
    try {
      keep(id, language, wav, NoticeAudio.Source.UPLOAD, by);
    } catch (NoticeSounds.Unfit e) {
      throw new Refused(Refused.Reason.INVALID, "the sound: " + e.getMessage());
    } catch (IOException e) {
      throw new Unavailable("the folder of notices", e);
    }
    return board.find(id);
  }

  /**
   * Rings a phone on which the announcement is recorded. What comes of it stands with the notice.
   *
   * @param phoneNo an account's phone
   * @throws Refused NOT_FOUND, INVALID_STATE when the notice is over, PHONE_NOT_REACHABLE, TALKING
   */
  public void record(NoticeId id, Language language, AgentNo phoneNo, AgentNo by) throws Refused {
    open(id);
    AgentView live =
        agents.agents().stream()
            .filter(agent -> agent.account().agentNo().equals(phoneNo))
            .findFirst()
            .map(Agent::live)
            .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no phone " + phoneNo));
    if (!live.phoneReachable()) {
      throw new Refused(Refused.Reason.PHONE_NOT_REACHABLE, "phone " + phoneNo + " can't be rung");
    }
    if (!FREE.contains(live.state())) {
      throw new Refused(Refused.Reason.TALKING, "phone " + phoneNo + " is in use");
    }
    var take = new RecordingPhone.Take(id, language, newName(id, language), by);
    log.info("notice {} is recorded in {} on phone {} for {}", id, language, phoneNo, by);
    phone.record(phoneNo, take, sounds.take(take.name()), longest);
  }

  @Override
  public boolean kept(RecordingPhone.Take take) {
    try {
      open(take.notice());
      keep(
          take.notice(),
          take.language(),
          sounds.taken(take.name()),
          NoticeAudio.Source.PHONE,
          Author.onPhone(take.by()));
      return true;
    } catch (Refused | NoticeSounds.Unfit | IOException | Unavailable e) {
      log.warn("the recording of notice {} is not kept: {}", take.notice(), e.getMessage());
      return false;
    }
  }

  /**
   * The voice reads the announcement again.
   *
   * @throws Refused NOT_FOUND
   */
  public void forget(NoticeId id, Language language, Author by) throws Refused {
    board.find(id);
    if (!book.forget(id, language, by, clock.instant())) {
      throw new Refused(
          Refused.Reason.NOT_FOUND, "no recording of notice " + id + " in " + language.code());
    }
    log.info("notice {}: the recording in {} was taken away by {}", id, language, by);
    changed.run();
  }

  private void open(NoticeId id) throws Refused {
    if (board.find(id).phase(clock.instant()) == Notice.Phase.OVER) {
      throw over(id);
    }
  }

  private void keep(
      NoticeId id, Language language, byte[] wav, NoticeAudio.Source source, Author by)
      throws Refused, NoticeSounds.Unfit, IOException {
    String name = newName(id, language);
    Duration length = sounds.keep(name, wav, longest);
    var audio = new NoticeAudio(name, length, source, clock.instant(), by.name());
    if (!book.keep(id, language, audio, by, clock.instant())) {
      throw over(id);
    }
    log.info("notice {} is heard in {} as {} by {}: {}", id, language, source, by, length);
    changed.run();
  }

  private static Refused over(NoticeId id) {
    return new Refused(Refused.Reason.INVALID_STATE, "notice " + id + " is over");
  }

  private static String newName(NoticeId id, Language language) {
    return id + "-" + language.code() + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
