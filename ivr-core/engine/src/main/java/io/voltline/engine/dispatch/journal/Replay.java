package io.voltline.engine.dispatch.journal;

import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingCore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a journal through the routing core, as the engine did. */
public final class Replay implements AutoCloseable {
  private final JournalReader journal;
  private final RoutingCore core;
  private Optional<String> remark = Optional.empty();
  private boolean whole = true;

  /**
   * One event and what comes of it.
   *
   * @param failure what the core threw, instead of commands
   * @param asWritten whether the engine's commands were the same
   */
  public record Step(
      Event event, List<Command> commands, Optional<String> failure, boolean asWritten) {}

  /**
   * Opens a journal.
   *
   * @param file one of the files of the life of a core; the replay begins with the first
   * @throws BadJournal when there is nothing that can be replayed
   */
  public Replay(Path file) throws BadJournal, IOException {
    journal = new JournalReader(file);
    core = new RoutingCore(journal.begin().profile(), journal.begin().lastOffer());
  }

  /** Version of the engine that wrote it. */
  public String engine() {
    return journal.begin().engine();
  }

  /** The next step; empty at the end. */
  public Optional<Step> next() throws BadJournal, IOException {
    Optional<Line> line = whole ? journal.next() : Optional.empty();
    if (line.isEmpty()) {
      if (journal.cutOff()) {
        remark = Optional.of(journal.place() + ": cut off, replayed up to there");
      }
      return Optional.empty();
    }
    return switch (line.get()) {
      case Line.Step step -> Optional.of(step(step));
      case Line.Gap gap -> {
        whole = false;
        remark =
            Optional.of(
                "%s: %d events after event %d were not written; what the engine did from there on"
                        .formatted(journal.place(), gap.missing(), gap.after())
                    + " can't be replayed");
        yield Optional.empty();
      }
      case Line.Begin _ -> throw new BadJournal(journal.place() + ": begins again");
    };
  }

  /** What is to be known about the end of the replay, when it did not end with the journal. */
  public Optional<String> remark() {
    return remark;
  }

  /** Whether no event was missing. */
  public boolean whole() {
    return whole;
  }

  private Step step(Line.Step line) {
    try {
      List<Command> commands = core.on(line.event());
      return new Step(line.event(), commands, Optional.empty(), same(line, commands));
    } catch (RuntimeException e) {
      // The engine wrote it down as an event without commands, and went on.
      return new Step(line.event(), List.of(), Optional.of(e.toString()), same(line, List.of()));
    }
  }

  private static boolean same(Line.Step line, List<Command> commands) {
    return line.sum().equals(JournalText.sum(commands));
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
