package io.voltline.engine.media;

import io.voltline.domain.recording.AudioFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Makes WAV files of what the switch records: 8 kHz, 16 bit, two channels interleaved. A file
 * appears under its name only when it is whole and on the disk.
 */
final class WavFile {
  private static final int RATE = 8_000;
  private static final int CHANNELS = 2;
  private static final int FRAME_BYTES = CHANNELS * Short.BYTES;
  private static final int HEADER_BYTES = 44;

  /** What a WAV header can tell. */
  private static final long MOST_BYTES = 0xFFFF_FFFFL - HEADER_BYTES;

  private WavFile() {}

  /**
   * Makes the file {@code path} below {@code folder} of raw audio; one that stands already is
   * replaced. A last frame that is not whole is left out.
   */
  static AudioFile fromRaw(Path raw, Path folder, String path) throws IOException {
    Path target = folder.resolve(path);
    Path parent = Objects.requireNonNull(target.getParent());
    Files.createDirectories(
        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    AudioFile audio = write(raw, part, path);
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r-----"));
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(parent)) {
      directory.force(true);
    }
    return audio;
  }

  private static AudioFile write(Path raw, Path part, String path) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel in = FileChannel.open(raw);
        FileChannel out =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      long bytes = Math.min(in.size(), MOST_BYTES) / FRAME_BYTES * FRAME_BYTES;
      append(out, digest, header(bytes));
      copy(in, out, digest, bytes);
      out.force(true);
      return new AudioFile(
          path,
          Duration.ofMillis(bytes * 1_000 / (RATE * FRAME_BYTES)),
          HEADER_BYTES + bytes,
          HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static void copy(FileChannel in, FileChannel out, MessageDigest digest, long bytes)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    for (long left = bytes; left > 0; ) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), left));
      int read = in.read(buffer);
      if (read < 0) {
        throw new IOException("the raw file became shorter while it was read");
      }
      left -= read;
      append(out, digest, buffer.flip());
    }
  }

  private static void append(FileChannel out, MessageDigest digest, ByteBuffer bytes)
      throws IOException {
    digest.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private static ByteBuffer header(long bytes) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) (HEADER_BYTES - 8 + bytes))
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) CHANNELS)
        .putInt(RATE)
        .putInt(RATE * FRAME_BYTES)
        .putShort((short) FRAME_BYTES)
        .putShort((short) Short.SIZE)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) bytes)
        .flip();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
