package io.voltline.engine.media;

import io.voltline.domain.recording.AudioFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Makes WAV files of what the switch records: 8 kHz, 16 bit, two channels interleaved. */
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
    try (FileChannel in = FileChannel.open(raw)) {
      return WholeFile.make(folder.resolve(path), out -> write(in, out, path));
    }
  }

  private static AudioFile write(FileChannel in, WholeFile.Sink out, String path)
      throws IOException {
    long bytes = Math.min(in.size(), MOST_BYTES) / FRAME_BYTES * FRAME_BYTES;
    out.append(header(bytes));
    copy(in, out, bytes);
    return new AudioFile(
        path, Duration.ofMillis(bytes * 1_000 / (RATE * FRAME_BYTES)), out.bytes(), out.sum());
  }

  private static void copy(FileChannel in, WholeFile.Sink out, long bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    for (long left = bytes; left > 0; ) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), left));
      int read = in.read(buffer);
      if (read < 0) {
        throw new IOException("the raw file became shorter while it was read");
      }
      left -= read;
      out.append(buffer.flip());
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
}
