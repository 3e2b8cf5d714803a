package io.voltline.engine.notice;

import io.voltline.domain.notice.NoticeAudio;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the sounds of announcements that are over or were recorded anew, and what nobody kept on
 * the phone. A sound goes at the second look that finds it unwanted: one that is being kept has no
 * announcement yet, and one that was replaced may be about to be played.
 */
public final class NoticeSweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NoticeSweep.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Nobody stays on the phone for longer. */
  private static final Duration OLD = Duration.ofHours(1);

  private final NoticeBook book;
  private final NoticeSounds sounds;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("notice-sweep", EVERY, this::look);
  private Set<String> unwanted = Set.of();

  public NoticeSweep(NoticeBook book, NoticeSounds sounds, InstantSource clock) {
    this.book = book;
    this.sounds = sounds;
    this.clock = clock;
  }

  public void start() {
    looks.start();
  }

  boolean look() throws IOException {
    Instant now = clock.instant();
    Set<String> before = unwanted;
    Set<String> found = new HashSet<>(sounds.all());
    try {
      found.removeAll(wanted(now));
    } catch (Unavailable down) {
      log.debug("nothing swept: {}", down.getMessage());
      return false;
    }
    for (String sound : found) {
      if (before.contains(sound)) {
        sounds.remove(sound);
        log.info("sound {} is no notice's any more", sound);
      }
    }
    unwanted = Set.copyOf(found);
    sounds.removeTakesBefore(now.minus(OLD));
    return true;
  }

  private Set<String> wanted(Instant now) {
    return book.notOver(now).stream()
        .flatMap(notice -> notice.audio().values().stream())
        .map(NoticeAudio::sound)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    looks.close();
  }
}
