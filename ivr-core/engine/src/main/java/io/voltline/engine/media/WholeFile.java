package io.voltline.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Files that appear under their names only when they are whole and on the disk. */
final class WholeFile {

  /** Writes all there is to write, and says what it was. */
  @FunctionalInterface
  interface Content<T> {
    T writeTo(Sink out) throws IOException;
  }

  /** Where the content goes; what was written is counted and summed up. */
  static final class Sink {
    private final FileChannel out;
    private final MessageDigest digest = sha256();
    private long bytes;

    private Sink(FileChannel out) {
      this.out = out;
    }

    void append(ByteBuffer more) throws IOException {
      digest.update(more.duplicate());
      while (more.hasRemaining()) {
        bytes += out.write(more);
      }
    }

    long bytes() {
      return bytes;
    }

    /** 64 hex digits; ends the sum, so it is asked for once. */
    String sum() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private WholeFile() {}

  /** Makes a file with the folders above it; one that stands already is replaced. */
  static <T> T make(Path target, Content<T> content) throws IOException {
    Path parent = Objects.requireNonNull(target.getParent());
    Files.createDirectories(
        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    T made = write(part, content);
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r-----"));
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(parent)) {
      directory.force(true);
    }
    return made;
  }

  private static <T> T write(Path part, Content<T> content) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      T made = content.writeTo(new Sink(out));
      out.force(true);
      return made;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
