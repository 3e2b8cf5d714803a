package io.voltline.engine.speech;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Free text spoken by a voice once and kept. A text that comes too late for one caller is there for
 * the next.
 */
public final class SpokenTexts implements TextToSpeech {
  private static final Logger log = LoggerFactory.getLogger(SpokenTexts.class);

  /** No caller listens for longer; it bounds what one text costs. */
  private static final int LONGEST = 1_000;

  private final Voice voice;
  private final SoundFolder folder;
  private final Duration limit;
  private final Semaphore speakers;
  private final MeterRegistry metrics;
  private final Map<String, CompletableFuture<Boolean>> inWork = new ConcurrentHashMap<>();

  /**
   * Starts with the sounds that are kept.
   *
   * @param limit how long a caller waits for a text
   * @param atOnce most texts the voice speaks at once; others wait for it
   */
  public SpokenTexts(
      Voice voice, SoundFolder folder, Duration limit, int atOnce, MeterRegistry metrics) {
    this.voice = voice;
    this.folder = folder;
    this.limit = limit;
    this.speakers = new Semaphore(atOnce);
    this.metrics = metrics;
  }

  @Override
  public Optional<String> sound(Language language, String text) {
    String plain = plain(text);
    if (plain.isEmpty() || plain.length() > LONGEST) {
      log.error("not spoken: a text of {} characters, 1 to {} can be", plain.length(), LONGEST);
      return counted("refused", Optional.empty());
    }
    String name = name(language, plain);
    if (folder.use(name)) {
      return counted("kept", Optional.of(folder.playedAs(name)));
    }
    return spoken(name, language, plain);
  }

  /** The text as a sound, if it was spoken before. */
  Optional<String> kept(Language language, String text) {
    String name = name(language, plain(text));
    return folder.use(name) ? Optional.of(folder.playedAs(name)) : Optional.empty();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private Optional<String> spoken(String name, Language language, String text) {
    CompletableFuture<Boolean> work =
        inWork.computeIfAbsent(
            name, _ -> CompletableFuture.supplyAsync(() -> speak(name, language, text), this::run));
    try {
      return work.get(limit.toMillis(), TimeUnit.MILLISECONDS)
          ? counted("spoken", Optional.of(folder.playedAs(name)))
          : counted("failed", Optional.empty());
    } catch (TimeoutException e) {
      log.warn("the voice takes longer than {} ms", limit.toMillis());
      return counted("late", Optional.empty());
    } catch (ExecutionException e) {
      log.error("a text could not be spoken", e.getCause());
      return counted("failed", Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void run(Runnable task) {
    Thread.ofVirtual().name("speech").start(task);
  }

  /** Whether the sound is there now. */
  private boolean speak(String name, Language language, String text) {
    speakers.acquireUninterruptibly();
    try {
      if (folder.use(name)) {
        return true;
      }
      folder.add(name, TelephoneSound.of(voice.speak(language, text)));
      return true;
    } catch (IOException e) {
      log.error("a text could not be spoken: {}", e.getMessage());
      return false;
    } finally {
      speakers.release();
      inWork.remove(name);
    }
  }

  private String name(Language language, String text) {
    String all = String.join("\n", voice.name(), language.code(), text);
    byte[] hash = sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  private Optional<String> counted(String outcome, Optional<String> sound) {
    metrics.counter("voltline.speech.texts", "outcome", outcome).increment();
    return sound;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
