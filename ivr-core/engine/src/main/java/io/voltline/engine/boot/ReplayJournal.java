package io.voltline.engine.boot;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.dispatch.journal.BadJournal;
import io.voltline.engine.dispatch.journal.Replay;
import io.voltline.engine.dispatch.journal.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    description = {
      "Runs the routing core over a journal (var/journal) and prints its commands, one a line.",
      "Exits with 1 when the journal has a gap or, with --verify, when the commands differ."
    },
    mixinStandardHelpOptions = true)
final class ReplayJournal implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "the journal, or any file of it when it has several")
  private Path file = Path.of(".");

  @Option(
      names = "--verify",
      description = "only compare with what the engine commanded, and name the first difference")
  private boolean verify;

  @Option(
      names = "--call",
      paramLabel = "ID",
      description = "only what concerns this call: events, and commands below them")
  private @Nullable String call;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Replay replay = new Replay(file)) {
      if (!replay.engine().equals(Version.text())) {
        err.printf("replay: written by engine %s, this is %s%n", replay.engine(), Version.text());
      }
      boolean good = verify ? verified(replay, out) : printed(replay, out);
      replay.remark().ifPresent(remark -> err.println("replay: " + remark));
      return good && replay.whole() ? 0 : 1;
    } catch (BadJournal e) {
      err.println("replay: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("replay: can't read " + e.getMessage());
      return 2;
    } finally {
      out.flush();
    }
  }

  private static boolean verified(Replay replay, PrintWriter out) throws BadJournal, IOException {
    long events = 0;
    for (var step = replay.next(); step.isPresent(); step = replay.next()) {
      if (!step.get().asWritten()) {
        out.println("differs from what the engine commanded: " + Told.event(step.get().event()));
        Told.commands(step.get()).forEach(out::println);
        return false;
      }
      events++;
    }
    out.printf("%d events, every command as the engine gave it%n", events);
    return true;
  }

  private boolean printed(Replay replay, PrintWriter out) throws BadJournal, IOException {
    Optional<Told.OfCall> only = Optional.ofNullable(call).map(this::one);
    boolean some = false;
    for (var step = replay.next(); step.isPresent(); step = replay.next()) {
      var now = step.get();
      var lines = only.map(one -> one.lines(now)).orElseGet(() -> Told.commands(now));
      some |= !lines.isEmpty();
      // Not println, which flushes each line.
      lines.forEach(line -> out.print(line + "\n"));
    }
    if (!some && only.isPresent()) {
      out.println("nothing concerns call " + call);
      return false;
    }
    return true;
  }

  private Told.OfCall one(String id) {
    try {
      return new Told.OfCall(new CallId(id));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--call: " + e.getMessage());
    }
  }
}
