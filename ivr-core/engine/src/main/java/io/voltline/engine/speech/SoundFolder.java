package io.voltline.engine.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
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
  private static final String ALAW = ".alaw";
  private static final String ULAW = ".ulaw";
  private static final String PART = ".part";

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
    if (!Files.exists(file(name, ULAW))) {
      forget(name);
      return false;
    }
    try {
      Files.setLastModifiedTime(file(name, ALAW), FileTime.from(clock.instant()));
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
    // The law that use() asks for last is written last: a sound is there as a whole or not at all.
    write(file(name, ALAW), sound.alaw());
    write(file(name, ULAW), sound.ulaw());
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
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      for (Path part : found.stream().filter(file -> file.toString().endsWith(PART)).toList()) {
        Files.deleteIfExists(part);
      }
      found.stream()
          .filter(file -> file.toString().endsWith(ALAW))
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .forEach(file -> keep(nameOf(file), 2 * file.toFile().length()));
    }
  }

  private static String nameOf(Path alaw) {
    String file = String.valueOf(alaw.getFileName());
    return file.substring(0, file.length() - ALAW.length());
  }

  private void write(Path target, byte[] audio) throws IOException {
    Path part = Files.createTempFile(folder, "", PART);
    try {
      Files.write(part, audio);
      Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
      // The switch runs as another user.
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(file(name, ULAW));
      Files.deleteIfExists(file(name, ALAW));
    } catch (IOException e) {
      log.warn("a sound that is kept no longer could not be deleted: {}", e.getMessage());
    }
  }

  private Path file(String name, String ending) {
    return folder.resolve(name + ending);
  }
}
