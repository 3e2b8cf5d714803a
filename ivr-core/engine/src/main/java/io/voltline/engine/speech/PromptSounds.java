package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How prompts sound: the product's own, and what the house has in their place. A kept sound is
 * named after what it was made of and never changed; that callers hear it is a link to it ({@link
 * PromptLinks}). May block.
 */
public final class PromptSounds {
  private static final int NAME_BYTES = 12;

  private final Path product;
  private final PromptLinks links;
  private final Path folder;
  private final SoundFiles kept;
  private final Voice voice;
  private final Duration longest;
  private final InstantSource clock;

  /**
   * A sound of the house.
   *
   * @param length how long it sounds
   */
  public record Kept(String name, Duration length) {

    /** The first 24 digits of the SHA-256 of what it was made of: the file, if it was recorded. */
    public String checksum() {
      return name.substring(name.lastIndexOf('-') + 1);
    }
  }

  /**
   * Sounds in folders that have one for each language.
   *
   * @param product made by {@code ops/up}
   * @param house the house's own, with a folder {@code kept} beside the languages
   * @param longest a recording may last
   */
  public PromptSounds(
      Path product, Path house, Voice voice, Duration longest, InstantSource clock) {
    this.product = product;
    this.folder = house.resolve("kept");
    this.kept = new SoundFiles(folder);
    this.links = new PromptLinks(house, kept);
    this.voice = voice;
    this.longest = longest;
    this.clock = clock;
  }

  /** As callers hear it now, as a WAV file; empty when there is no sound of it. */
  public Optional<byte[]> heard(PromptKey prompt) throws IOException {
    Optional<byte[]> own = wav(links.file(prompt, SoundFiles.ALAW));
    return own.isPresent() ? own : product(prompt);
  }

  /** As the product has it, as a WAV file. */
  public Optional<byte[]> product(PromptKey prompt) throws IOException {
    String file = prompt.id() + SoundFiles.ALAW;
    return wav(product.resolve(prompt.language().code()).resolve("voltline").resolve(file));
  }

  /** A kept sound as a WAV file. */
  public Optional<byte[]> kept(Kept sound) throws IOException {
    return wav(kept.file(sound.name(), SoundFiles.ALAW));
  }

  private static Optional<byte[]> wav(Path alaw) throws IOException {
    return Files.exists(alaw)
        ? Optional.of(TelephoneSound.wav(Files.readAllBytes(alaw)))
        : Optional.empty();
  }

  /**
   * Keeps a recording of a prompt; nobody hears it yet. One at a time: a long one takes memory.
   *
   * @throws UnfitSound when callers could not hear it
   */
  public synchronized Kept record(PromptKey prompt, byte[] wav) throws IOException {
    String name = prefix(prompt) + hash(wav);
    Optional<Kept> before = find(name);
    if (before.isPresent()) {
      return before.get();
    }
    return write(name, TelephoneSound.of(wav, pause(prompt)).within(longest));
  }

  /**
   * Keeps a text of a prompt as the voice speaks it, once; nobody hears it yet.
   *
   * @throws NoVoice when the voice can't speak it
   * @throws UnfitSound when there is nothing to be heard
   */
  public Kept speak(PromptKey prompt, String text) throws IOException {
    String what = String.join("\n", voice.name(), prompt.language().code(), text);
    String name = prefix(prompt) + "v-" + hash(what.getBytes(StandardCharsets.UTF_8));
    Optional<Kept> before = find(name);
    if (before.isPresent()) {
      return before.get();
    }
    byte[] wav;
    try {
      wav = voice.speak(prompt.language(), text);
    } catch (IOException e) {
      throw new NoVoice(e);
    }
    return write(name, TelephoneSound.of(wav, pause(prompt)));
  }

  /** A recording that is kept for this prompt or one of its kind; it counts as used now. */
  public Optional<Kept> recorded(PromptKey prompt, String name) throws IOException {
    return name.matches(prefix(prompt) + "[0-9a-f]{" + 2 * NAME_BYTES + "}")
        ? find(name)
        : Optional.empty();
  }

  private Optional<Kept> find(String name) throws IOException {
    if (!kept.whole(name)) {
      return Optional.empty();
    }
    kept.touch(name, clock.instant());
    long bytes = Files.size(kept.file(name, SoundFiles.ALAW));
    return Optional.of(new Kept(name, TelephoneSound.length(bytes)));
  }

  private Kept write(String name, TelephoneSound sound) throws IOException {
    kept.write(name, sound, clock.instant());
    return new Kept(name, sound.length());
  }

  /** Has callers hear these from the next playing on, and the product's own everywhere else. */
  public void play(Map<PromptKey, String> sounds) throws IOException {
    for (Language language : Language.values()) {
      links.follow(language, sounds);
    }
  }

  /** Removes what nobody wants and was not used since that moment. */
  public void sweep(Set<String> wanted, Instant before) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.toList();
    }
    for (Path file : found) {
      String name = SoundFiles.nameOf(file);
      if (!wanted.contains(name) && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Words of a row have less silence around them: the same recording makes another sound. */
  private static String prefix(PromptKey prompt) {
    return word(prompt) ? "w-" : "p-";
  }

  private static TelephoneSound.Pause pause(PromptKey prompt) {
    return word(prompt) ? TelephoneSound.Pause.WORD : TelephoneSound.Pause.PROMPT;
  }

  private static boolean word(PromptKey prompt) {
    return prompt.id().startsWith("say-");
  }

  private static String hash(byte[] made) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(made);
      return HexFormat.of().formatHex(all, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
