package io.voltline.engine.dispatch.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the files of one life of the core, from its first event on, line by line. */
final class JournalReader implements AutoCloseable {
  private Path file;
  private BufferedReader lines;
  private final Line.Begin begin;
  private int part = 1;
  private int number = 1;
  private boolean cutOff;

  /**
   * Begins at the first part.
   *
   * @param any one of the files
   */
  JournalReader(Path any) throws BadJournal, IOException {
    if (!Files.isRegularFile(any)) {
      throw new BadJournal("there is no file " + any);
    }
    int asked = begin(any).part();
    file = asked == 1 ? any : JournalFiles.sibling(any, 1);
    if (!Files.isRegularFile(file)) {
      throw new BadJournal(
          "%s is part %d; part 1, %s, is not there, and nothing is replayed without its beginning"
              .formatted(any, asked, file.getFileName()));
    }
    begin = begin(file);
    lines = Files.newBufferedReader(file);
    lines.readLine();
  }

  Line.Begin begin() {
    return begin;
  }

  /** Whether the last line was cut off, as a kill or a power cut leaves it. */
  boolean cutOff() {
    return cutOff;
  }

  /** File and line of what was read last. */
  String place() {
    return file + ", line " + number;
  }

  /** The next event or gap. */
  Optional<Line> next() throws BadJournal, IOException {
    String text = lines.readLine();
    while (text == null) {
      if (!follow()) {
        return Optional.empty();
      }
      text = lines.readLine();
    }
    number++;
    try {
      return Optional.of(JournalText.line(JournalText.tree(text)));
    } catch (JacksonException e) {
      if (lines.readLine() == null && !Files.exists(JournalFiles.sibling(file, part + 1))) {
        cutOff = true;
        return Optional.empty();
      }
      throw new BadJournal(place() + ": no line of a journal: " + e.getOriginalMessage());
    }
  }

  private boolean follow() throws IOException {
    Path next = JournalFiles.sibling(file, part + 1);
    if (!Files.isRegularFile(next)) {
      return false;
    }
    lines.close();
    file = next;
    lines = Files.newBufferedReader(file);
    lines.readLine();
    part++;
    number = 1;
    return true;
  }

  /** The version is looked at first: of another one nothing else need be as it is here. */
  private static Line.Begin begin(Path file) throws BadJournal, IOException {
    try {
      JsonNode first = JournalText.tree(firstLine(file));
      int version = first.path("begin").path("journal").asInt(0);
      if (version == 0) {
        throw new BadJournal(file + " is no journal");
      }
      if (version != JournalText.VERSION) {
        throw new BadJournal(
            "%s is a journal of version %d; this engine replays version %d"
                .formatted(file, version, JournalText.VERSION));
      }
      return (Line.Begin) JournalText.line(first);
    } catch (JacksonException e) {
      throw new BadJournal(file + " is no journal: " + e.getOriginalMessage());
    }
  }

  private static String firstLine(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      @Nullable String first = lines.readLine();
      return first == null ? "" : first;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
