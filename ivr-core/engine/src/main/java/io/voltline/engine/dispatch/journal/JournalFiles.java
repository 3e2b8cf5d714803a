package io.voltline.engine.dispatch.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one life of the core, numbered: {@code 20261122T005615123Z-0001.jsonl}. When they
 * and those of earlier lives take up too much, the oldest go.
 */
final class JournalFiles implements AutoCloseable {
  static final String SUFFIX = ".jsonl";
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final String started;
  private final long fileBytes;
  private final long totalBytes;
  private final IntFunction<String> firstLine;
  private @Nullable FileChannel file;
  private int part;
  private long length;

  /** Opens nothing before something is written. */
  JournalFiles(
      Path folder,
      Instant started,
      long fileBytes,
      long totalBytes,
      IntFunction<String> firstLineOfPart) {
    this.folder = folder;
    this.started = STARTED.format(started);
    this.fileBytes = fileBytes;
    this.totalBytes = totalBytes;
    this.firstLine = firstLineOfPart;
  }

  /** The file of another part of the same life. */
  static Path sibling(Path file, int part) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("-\\d+\\" + SUFFIX + "$", suffix(part)));
  }

  /**
   * Writes whole lines; what a failure left of them is taken away with the next try.
   *
   * @return bytes the files grew by
   */
  long append(byte[] lines) throws IOException {
    FileChannel open = file;
    long grown = 0;
    if (open == null || length + lines.length > fileBytes) {
      open = next();
      grown = length;
    }
    open.truncate(length);
    write(open, lines);
    return grown + lines.length;
  }

  private FileChannel next() throws IOException {
    close();
    makeRoom();
    FileChannel open =
        FileChannel.open(
            folder.resolve(started + suffix(part + 1)),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    length = 0;
    try {
      write(open, (firstLine.apply(part + 1) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      open.close();
      throw e;
    }
    part++;
    file = open;
    return open;
  }

  private void write(FileChannel open, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      open.write(rest, length + rest.position());
    }
    length += bytes.length;
  }

  /** The names of the files are in the order of their age. */
  private void makeRoom() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
    long total = fileBytes;
    for (Path kept : files) {
      total += Files.size(kept);
    }
    for (Path oldest : files) {
      if (total <= totalBytes) {
        return;
      }
      total -= Files.size(oldest);
      Files.delete(oldest);
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }

  private static String suffix(int part) {
    return "-%04d%s".formatted(part, SUFFIX);
  }
}
