package io.voltline.engine.admin;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.speech.NoVoice;
import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import io.voltline.engine.speech.UnfitSound;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prompts are changed here: spoken anew, recorded, or put back. What is tried is heard by nobody
 * else; what counts is heard from the next playing on. May block; throws {@link Unavailable}.
 */
public final class PromptDesk {
  private static final Logger log = LoggerFactory.getLogger(PromptDesk.class);

  /** As long as the longest announcement. */
  private static final int LONGEST_TEXT = 500;

  /** After that nobody is going to have a tried sound count. */
  private static final Duration TRIED = Duration.ofDays(1);

  /**
   * A prompt, or one entry for several that differ by a number.
   *
   * @param own as the product has it
   * @param changed those of its prompts that the house has its own of
   */
  public record Entry(PromptManifest.Text own, List<HousePrompt> changed) {}

  /**
   * A recording that was tried.
   *
   * @param sound as it was told when it was sent
   * @param name of the file, for people
   */
  public record Recording(String sound, String name) {}

  private final List<PromptManifest.Text> texts;
  private final Map<String, Bilingual> own = new HashMap<>();
  private final KeptPrompts book;
  private final PromptSounds sounds;
  private final InstantSource clock;

  /** A desk over the product's prompts. */
  public PromptDesk(
      List<PromptManifest.Text> texts, KeptPrompts book, PromptSounds sounds, InstantSource clock) {
    this.texts = List.copyOf(texts);
    texts.forEach(text -> own.putAll(text.prompts()));
    this.book = book;
    this.sounds = sounds;
    this.clock = clock;
  }

  /** All, in the order of the product. */
  public List<Entry> list() {
    Map<String, List<HousePrompt>> changed =
        book.all().stream().collect(Collectors.groupingBy(it -> it.prompt().id()));
    return texts.stream()
        .map(
            text ->
                new Entry(
                    text,
                    text.prompts().keySet().stream()
                        .flatMap(id -> changed.getOrDefault(id, List.of()).stream())
                        .toList()))
        .toList();
  }

  /**
   * A prompt as callers hear it now, as a WAV file.
   *
   * @throws Refused NOT_FOUND
   */
  public byte[] heard(PromptKey prompt) throws Refused {
    known(prompt);
    return file(prompt, () -> sounds.heard(prompt));
  }

  /**
   * A prompt as the product has it, as a WAV file.
   *
   * @throws Refused NOT_FOUND
   */
  public byte[] product(PromptKey prompt) throws Refused {
    known(prompt);
    return file(prompt, () -> sounds.product(prompt));
  }

  /**
   * A recording that was tried, as callers would hear it, as a WAV file.
   *
   * @throws Refused NOT_FOUND
   */
  public byte[] tried(PromptKey prompt, String sound) throws Refused {
    known(prompt);
    return file(prompt, () -> sounds.kept(recorded(prompt, sound)));
  }

  /**
   * A text as callers would hear it, as a WAV file.
   *
   * @throws Refused NOT_FOUND, INVALID, NO_VOICE
   */
  public byte[] speak(PromptKey prompt, String text) throws Refused {
    known(prompt);
    PromptSounds.Kept spoken = spoken(prompt, checked(text));
    return file(prompt, () -> sounds.kept(spoken));
  }

  /**
   * Tries a recording; callers don't hear it yet.
   *
   * @param wav 8 to 48 kHz
   * @throws Refused NOT_FOUND, INVALID with what is wrong with the file
   */
  public PromptSounds.Kept record(PromptKey prompt, byte[] wav) throws Refused {
    known(prompt);
    try {
      return sounds.record(prompt, wav);
    } catch (UnfitSound e) {
      throw unfit(e);
    } catch (IOException e) {
      throw new Unavailable("the folder of prompts", e);
    }
  }

  /**
   * Has a text count, spoken by the voice or recorded.
   *
   * @param seen since when that stood there what it was decided on; empty for the product's own
   * @throws Refused NOT_FOUND, INVALID, NO_VOICE, CONFLICT when something else stands there by now
   */
  public void change(
      Actor by,
      PromptKey prompt,
      String text,
      Optional<Recording> recording,
      Optional<Instant> seen)
      throws Refused {
    String instead = known(prompt);
    String said = checked(text);
    PromptSounds.Kept sound =
        recording.isPresent() ? recorded(prompt, recording.get().sound()) : spoken(prompt, said);
    Instant now = now();
    var wanted =
        new HousePrompt(
            prompt, said, instead, sound, recording.map(Recording::name), now, by.agent().value());
    set(prompt, Optional.of(wanted), seen, by, now);
  }

  /**
   * Has the product's own sound and text count again.
   *
   * @param seen since when that stood there what it was decided on; empty for the product's own
   * @throws Refused NOT_FOUND, CONFLICT when something else stands there by now
   */
  public void putBack(Actor by, PromptKey prompt, Optional<Instant> seen) throws Refused {
    known(prompt);
    set(prompt, Optional.empty(), seen, by, now());
  }

  private void set(
      PromptKey prompt, Optional<HousePrompt> wanted, Optional<Instant> seen, Actor by, Instant now)
      throws Refused {
    if (!book.set(prompt, wanted, known(prompt), seen, by, now)) {
      throw new Refused(
          Refused.Reason.CONFLICT, "of prompt " + prompt + " something else stands by now");
    }
    log.info(
        "prompt {}: {} by {}",
        prompt,
        wanted.map(it -> "heard as " + it.sound().name()).orElse("put back"),
        by.agent());
    try {
      follow();
    } catch (IOException e) {
      throw new Unavailable("the folder of prompts", e);
    }
  }

  /**
   * Has callers hear what stands in the book, whatever became of the files meanwhile; what was only
   * tried is kept for a day.
   */
  public synchronized boolean follow() throws IOException {
    List<HousePrompt> all = book.all();
    sounds.play(
        all.stream()
            .filter(it -> says(it.prompt()))
            .collect(Collectors.toMap(HousePrompt::prompt, it -> it.sound().name())));
    sounds.sweep(
        all.stream().map(it -> it.sound().name()).collect(Collectors.toSet()),
        clock.instant().minus(TRIED));
    return true;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private boolean says(PromptKey prompt) {
    Bilingual both = own.get(prompt.id());
    return both != null && !text(both, prompt.language()).isBlank();
  }

  /** The product's own text. */
  private String known(PromptKey prompt) throws Refused {
    Bilingual both = own.get(prompt.id());
    if (both == null || text(both, prompt.language()).isBlank()) {
      throw missing("prompt " + prompt);
    }
    return text(both, prompt.language());
  }

  private static String text(Bilingual both, Language language) {
    return switch (language) {
      case ZH -> both.zh();
      case EN -> both.en();
    };
  }

  private static String checked(String text) throws Refused {
    String plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (plain.isEmpty()) {
      throw new Refused(Refused.Reason.INVALID, "/text/empty: there is nothing to say");
    }
    if (plain.codePointCount(0, plain.length()) > LONGEST_TEXT) {
      throw new Refused(
          Refused.Reason.INVALID, "/text/long: at most " + LONGEST_TEXT + " characters");
    }
    return plain;
  }

  private PromptSounds.Kept recorded(PromptKey prompt, String sound) throws Refused {
    try {
      return sounds
          .recorded(prompt, sound)
          .orElseThrow(
              () -> new Refused(Refused.Reason.INVALID, "/recording/gone: no recording " + sound));
    } catch (IOException e) {
      throw new Unavailable("the folder of prompts", e);
    }
  }

  private PromptSounds.Kept spoken(PromptKey prompt, String text) throws Refused {
    try {
      return sounds.speak(prompt, text);
    } catch (NoVoice e) {
      log.warn("prompt {} can't be spoken: {}", prompt, e.getMessage());
      throw new Refused(Refused.Reason.NO_VOICE, "only a recording is possible now");
    } catch (UnfitSound e) {
      throw new Refused(Refused.Reason.INVALID, "/text/silent: " + e.getMessage());
    } catch (IOException e) {
      throw new Unavailable("the folder of prompts", e);
    }
  }

  private static Refused unfit(UnfitSound why) {
    String what = why.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Refused(Refused.Reason.INVALID, "/recording/" + what + ": " + why.getMessage());
  }

  /** What a sound is read by. */
  private interface Reading {
    Optional<byte[]> wav() throws IOException, Refused;
  }

  private static byte[] file(PromptKey prompt, Reading reading) throws Refused {
    try {
      return reading.wav().orElseThrow(() -> missing("sound of prompt " + prompt));
    } catch (IOException e) {
      throw new Unavailable("the folder of prompts", e);
    }
  }

  private static Refused missing(String what) {
    return new Refused(Refused.Reason.NOT_FOUND, "no " + what);
  }
}
