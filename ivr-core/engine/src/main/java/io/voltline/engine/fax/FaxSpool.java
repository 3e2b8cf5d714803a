package io.voltline.engine.fax;

import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxTry;
import io.voltline.domain.kernel.CallId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the switch leaves behind: how faxes ended, and those that came in. May block. */
public interface FaxSpool {

  /** A try that ended. */
  record Told(FaxTry tried, FaxEnd end) {}

  /**
   * A fax that came in, or is coming in.
   *
   * @param ended whether the switch said all it has to say
   * @param caller as signalled; empty when withheld
   * @param whole whether the machines parted in agreement that all was sent
   * @param pages by the word of the machines
   * @param station what the sending machine calls itself
   * @param error what the switch says went wrong
   * @param changed when the switch last wrote
   */
  record Arrival(
      CallId call,
      boolean ended,
      String caller,
      Instant began,
      boolean whole,
      int pages,
      Optional<FaxMode> mode,
      Optional<String> station,
      Optional<String> error,
      Instant changed) {}

  /**
   * What could be kept of an arrival.
   *
   * @param pages that can be read
   * @param file empty when nothing was written
   * @param fault why the file can't be read
   */
  record Kept(int pages, Optional<FaxFile> file, Optional<String> fault) {}

  /** The file of a document, when there is one to be read. */
  Optional<Path> document(String path);

  List<Told> told() throws IOException;

  void forget(FaxTry tried) throws IOException;

  /** Oldest first. */
  List<Arrival> arrivals() throws IOException;

  /** Copies the pages to where they stay, whole and durable; may be done again. */
  Kept keep(Arrival arrival) throws IOException;

  /** What was kept and booked goes from the spool. */
  void forget(CallId arrival) throws IOException;
}
