package io.voltline.engine.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as RFC 9110 asks for it.
 *
 * @param from first byte, counted from 0
 * @param length in bytes
 * @param size of the whole file
 * @param asked false when the whole file is sent because no part was asked for
 */
record ByteRange(long from, long length, long size, boolean asked) {
  private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  static Optional<ByteRange> all(long size) {
    return Optional.of(new ByteRange(0, size, size, false));
  }

  /**
   * What a Range header asks for. The whole file when it can't be read or asks for several ranges,
   * as the standard allows; empty when it lies outside of the file.
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher parts = SINGLE.matcher(header.replace(" ", ""));
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return all(size);
    }
    if (parts.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(parts.group(2)), size);
      return last == 0
          ? Optional.empty()
          : Optional.of(new ByteRange(size - last, last, size, true));
    }
    long from = Long.parseLong(parts.group(1));
    long to = parts.group(2).isEmpty() ? size - 1 : Long.parseLong(parts.group(2));
    if (to < from && !parts.group(2).isEmpty() && from < size) {
      return all(size);
    }
    return from >= size
        ? Optional.empty()
        : Optional.of(new ByteRange(from, Math.min(to, size - 1) - from + 1, size, true));
  }

  String contentRange() {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
