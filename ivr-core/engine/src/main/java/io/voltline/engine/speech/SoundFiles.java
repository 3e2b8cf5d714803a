package io.voltline.engine.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * Sounds in a folder, each in both laws. The law that {@link #whole} asks for is written last and
 * deleted first: a sound is there as a whole or not at all.
 */
record SoundFiles(Path folder) {
  static final String ALAW = ".alaw";
  static final String PART = ".part";
  static final String ULAW = ".ulaw";

  /**
   * Writes a sound.
   *
   * @throws IOException when it cannot be written; then nothing of it is left that is played
   */
  void write(String name, TelephoneSound sound, Instant at) throws IOException {
    write(file(name, ALAW), sound.alaw(), at);
    write(file(name, ULAW), sound.ulaw(), at);
  }

  /** The sound that a file is a part of. */
  static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  boolean whole(String name) {
    return Files.exists(file(name, ULAW));
  }

  /** Notes when the sound was last of use. */
  void touch(String name, Instant at) throws IOException {
    Files.setLastModifiedTime(file(name, ALAW), FileTime.from(at));
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(file(name, ULAW));
    Files.deleteIfExists(file(name, ALAW));
  }

  private void write(Path target, byte[] audio, Instant at) throws IOException {
    Path part = Files.createTempFile(folder, "", PART);
    try {
      Files.write(part, audio);
      Files.setLastModifiedTime(part, FileTime.from(at));
      // The switch runs as another user.
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Where one law of it stands. */
  Path file(String name, String ending) {
    return folder.resolve(name + ending);
  }
}
