package io.voltline.engine.media;

import io.voltline.domain.recording.AudioFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Makes WAV files of what the switch records, 8 kHz and 16 bit: talks, two channels interleaved,
 * which come without a header, and messages, one channel, which come with one.
 */
final class WavFile {
  private static final int RATE = 8_000;
  private static final int HEADER_BYTES = 44;
  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);

  /** What a WAV header can tell. */
  private static final long MOST_BYTES = 0xFFFF_FFFFL - HEADER_BYTES;

  private WavFile() {}

  /**
   * Makes the file {@code path} below {@code folder} of raw audio; one that stands already is
   * replaced. A last frame that is not whole is left out.
   */
  static AudioFile fromRaw(Path raw, Path folder, String path) throws IOException {
    try (FileChannel in = FileChannel.open(raw)) {
      return WholeFile.make(folder.resolve(path), out -> write(in, 2, out, path));
    }
  }

  /**
   * The same of a message as the switch writes it. Its header is made anew, for the switch does not
   * bring it up to date in a call that breaks off.
   *
   * @throws IOException also when it is no such file
   */
  static AudioFile fromMessage(Path message, Path folder, String path) throws IOException {
    try (FileChannel in = FileChannel.open(message)) {
      ByteBuffer begin = ByteBuffer.allocate(RIFF.length);
      if (in.read(begin) < RIFF.length || !Arrays.equals(begin.array(), RIFF)) {
        throw new IOException(message.getFileName() + " is no WAV file");
      }
      in.position(Math.min(HEADER_BYTES, in.size()));
      return WholeFile.make(folder.resolve(path), out -> write(in, 1, out, path));
    }
  }

  private static AudioFile write(FileChannel in, int channels, WholeFile.Sink out, String path)
      throws IOException {
    int frame = channels * Short.BYTES;
    long bytes = Math.min(in.size() - in.position(), MOST_BYTES) / frame * frame;
    out.append(header(bytes, channels));
    copy(in, out, bytes);
    return new AudioFile(
        path, Duration.ofMillis(bytes * 1_000 / ((long) RATE * frame)), out.bytes(), out.sum());
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

  private static ByteBuffer header(long bytes, int channels) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(RIFF)
        .putInt((int) (HEADER_BYTES - 8 + bytes))
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) channels)
        .putInt(RATE)
        .putInt(RATE * channels * Short.BYTES)
        .putShort((short) (channels * Short.BYTES))
        .putShort((short) Short.SIZE)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) bytes)
        .flip();
  }
}
