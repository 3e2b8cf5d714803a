package io.voltline.engine.speech;

import io.voltline.engine.notice.NoticeSounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Announcements as somebody said them: a file in both laws for each, beside the prompts. */
public final class RecordedNotices implements NoticeSounds {
  private static final String WAV = ".wav";

  private final SoundFiles files;
  private final Path folder;
  private final Path takes;
  private final InstantSource clock;

  /**
   * Keeps them in a folder.
   *
   * @param folder the switch sees it under its sounds, below the prompts' own folder, by the same
   *     name
   * @param takes where the switch writes what is recorded by phone
   */
  public RecordedNotices(Path folder, Path takes, InstantSource clock) {
    this.files = new SoundFiles(folder);
    this.folder = folder;
    this.takes = takes;
    this.clock = clock;
  }

  /** One at a time: a long one takes memory. */
  @Override
  public synchronized Duration keep(String sound, byte[] wav, Duration longest)
      throws Unfit, IOException {
    TelephoneSound made;
    try {
      made = TelephoneSound.of(wav).within(longest);
    } catch (UnfitSound e) {
      throw new Unfit(String.valueOf(e.getMessage()));
    }
    files.write(sound, made, clock.instant());
    return made.length();
  }

  @Override
  public boolean there(String sound) {
    return files.whole(sound);
  }

  @Override
  public String playedAs(String sound) {
    return folder.getFileName() + "/" + sound;
  }

  @Override
  public Set<String> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(SoundFiles::nameOf).collect(Collectors.toSet());
    }
  }

  @Override
  public void remove(String sound) throws IOException {
    files.delete(sound);
  }

  @Override
  public String take(String name) {
    return takes.resolve(name).toString();
  }

  @Override
  public byte[] taken(String name) throws IOException {
    return Files.readAllBytes(takes.resolve(name + WAV));
  }

  @Override
  public void removeTakesBefore(Instant moment) throws IOException {
    if (!Files.isDirectory(takes)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(takes)) {
      found = files.filter(file -> file.toString().endsWith(WAV)).toList();
    }
    for (Path take : found) {
      if (Files.getLastModifiedTime(take).toInstant().isBefore(moment)) {
        Files.deleteIfExists(take);
      }
    }
  }
}
