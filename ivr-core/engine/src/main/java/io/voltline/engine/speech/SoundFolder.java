package io.voltline.engine.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of kept sounds, bounded in size: the one unused for longest goes first. When a sound was
 * last used stands in its file's time, so that it outlives the engine.
 */
public final class SoundFolder {
  private static final Logger log = LoggerFactory.getLogger(SoundFolder.class);

  private final SoundFiles files;
  private final Path folder;
  private final long mostBytes;
  private final InstantSource clock;
  // Guarded by this; the one unused for longest comes first.
  private final Map<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * Finds what was kept before.
   *
   * @param folder the switch sees it under its sounds, below the prompts' own folder, by the same
   *     name
   * @param mostBytes of all sounds
   */
  public SoundFolder(Path folder, long mostBytes, InstantSource clock) {
    this.files = new SoundFiles(folder);
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.clock = clock;
    try {
      find();
    } catch (IOException e) {
      log.error("sounds kept before are not found again: {}", e.getMessage());
    }
  }

  /** What the switch plays the sound by, beside the prompts. */
  String playedAs(String name) {
    return folder.getFileName() + "/" + name;
  }

  /** Whether the sound is there; it counts as used now. */
  synchronized boolean use(String name) {
    if (sizes.get(name) == null) {
      return false;
    }
    if (!files.whole(name)) {
      forget(name);
      return false;
    }
    try {
      files.touch(name, clock.instant());
      return true;
    } catch (IOException e) {
      log.warn("a kept sound is gone: {}", e.getMessage());
      forget(name);
      return false;
    }
  }

  /**
   * Keeps a sound.
   *
   * @throws IOException when it cannot be written; then nothing of it is left
   */
  void add(String name, TelephoneSound sound) throws IOException {
    files.write(name, sound, clock.instant());
    keep(name, sound.bytes());
  }

  private synchronized void keep(String name, long size) {
    forget(name);
    sizes.put(name, size);
    bytes += size;
    Iterator<Map.Entry<String, Long>> oldest = sizes.entrySet().iterator();
    while (bytes > mostBytes && sizes.size() > 1) {
      Map.Entry<String, Long> sound = oldest.next();
      bytes -= sound.getValue();
      oldest.remove();
      delete(sound.getKey());
    }
  }

  private void forget(String name) {
    Long size = sizes.remove(name);
    bytes -= size == null ? 0 : size;
  }

  private void find() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = all.toList();
      for (Path part :
          found.stream().filter(file -> file.toString().endsWith(SoundFiles.PART)).toList()) {
        Files.deleteIfExists(part);
      }
      found.stream()
          .filter(file -> file.toString().endsWith(SoundFiles.ALAW))
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .forEach(file -> keep(SoundFiles.nameOf(file), 2 * file.toFile().length()));
    }
  }

  private void delete(String name) {
    try {
      files.delete(name);
    } catch (IOException e) {
      log.warn("a sound that is kept no longer could not be deleted: {}", e.getMessage());
    }
  }
}
