package io.voltline.engine.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages as the switch writes them: WAV, 8 kHz, 16 bits, one channel. */
final class Messages {
  private static final Logger log = LoggerFactory.getLogger(Messages.class);
  private static final long HEADER_BYTES = 44;
  private static final long BYTES_A_SECOND = 16_000;

  private Messages() {}

  /** Whole seconds of sound in the file, begun ones included; 0 when there is none. */
  static long seconds(Path file) {
    try {
      return Files.exists(file)
          ? Math.ceilDiv(Math.max(0, Files.size(file) - HEADER_BYTES), BYTES_A_SECOND)
          : 0;
    } catch (IOException e) {
      log.error("a message can't be read: {}", file, e);
      return 0;
    }
  }
}
