package io.voltline.engine.media;

import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxTry;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.fax.FaxFormat;
import io.voltline.engine.fax.FaxPages;
import io.voltline.engine.fax.FaxSpool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Faxes as files: the spool that engine and switch share, and the folder where pages stay. */
public final class SpooledFaxes implements FaxSpool, FaxPages {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final String TOLD = ".told";
  private static final String TIFF = ".tiff";
  private static final String PDF = ".pdf";
  private static final Pattern SENT = Pattern.compile("out-([0-9-]+)\\.told");
  private static final Pattern ARRIVED =
      Pattern.compile("in-([A-Za-z0-9._-]{1,60})\\.(?:told|tiff)");

  private final Path spool;
  private final Path documents;
  private final Path received;
  private final ZoneId zone;

  /**
   * The files below three folders.
   *
   * @param received where pages are kept, in folders by year, month and day of {@code zone}
   */
  public SpooledFaxes(Path spool, Path documents, Path received, ZoneId zone) {
    this.spool = spool;
    this.documents = documents;
    this.received = received;
    this.zone = zone;
  }

  @Override
  public Optional<Path> document(String path) {
    return Optional.of(documents.resolve(path)).filter(Files::isReadable);
  }

  @Override
  public List<Told> told() throws IOException {
    List<Told> all = new ArrayList<>();
    for (String name : names(SENT)) {
      Optional<FaxTry> tried = FaxTry.parse(name);
      Optional<ToldFile> told = read("out-" + name).filter(ToldFile::ended);
      if (tried.isPresent() && told.isPresent()) {
        all.add(new Told(tried.get(), told.get().end()));
      }
    }
    return all;
  }

  @Override
  public void forget(FaxTry tried) throws IOException {
    Files.deleteIfExists(spool.resolve("out-" + tried + TOLD));
  }

  @Override
  public List<Arrival> arrivals() throws IOException {
    List<Arrival> all = new ArrayList<>();
    for (String name : names(ARRIVED)) {
      Optional<Instant> changed = changed(name);
      if (changed.isPresent()) {
        ToldFile told = read("in-" + name).orElseGet(() -> ToldFile.parse(""));
        all.add(arrival(new CallId(name), told, changed.get()));
      }
    }
    all.sort(Comparator.comparing(Arrival::began));
    return all;
  }

  private static Arrival arrival(CallId call, ToldFile told, Instant changed) {
    return new Arrival(
        call,
        told.ended(),
        told.text("caller").orElse(""),
        told.moment("began").orElse(changed),
        told.success(),
        told.number("pages"),
        told.mode(),
        told.text("station"),
        told.fault(),
        changed);
  }

  /** When the switch last wrote of it; empty when it is gone meanwhile. */
  private Optional<Instant> changed(String name) throws IOException {
    Optional<Instant> told = lastWritten("in-" + name + TOLD);
    Optional<Instant> pages = lastWritten("in-" + name + TIFF);
    return Stream.concat(told.stream(), pages.stream()).max(Comparator.naturalOrder());
  }

  private Optional<Instant> lastWritten(String name) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(spool.resolve(name)).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Kept keep(Arrival arrival) throws IOException {
    Path raw = spool.resolve("in-" + arrival.call() + TIFF);
    if (!Files.exists(raw) || Files.size(raw) == 0) {
      return new Kept(0, Optional.empty(), Optional.empty());
    }
    String path = DAY.format(arrival.began().atZone(zone)) + "/" + arrival.call() + TIFF;
    FaxFile file = copy(raw, path);
    FaxTiff.Pages pages = FaxTiff.read(received.resolve(path));
    if (!pages.pages().isEmpty()) {
      var _ =
          WholeFile.make(
              received.resolve(pdf(path)),
              out -> {
                FaxPdf.write(pages.pages(), out);
                return out.bytes();
              });
    }
    return new Kept(pages.pages().size(), Optional.of(file), pages.fault());
  }

  private FaxFile copy(Path raw, String path) throws IOException {
    ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(raw));
    return WholeFile.make(
        received.resolve(path),
        out -> {
          out.append(whole);
          return new FaxFile(path, out.bytes(), out.sum());
        });
  }

  @Override
  public void forget(CallId arrival) throws IOException {
    // Its word last: without it nothing more is to be done.
    Files.deleteIfExists(spool.resolve("in-" + arrival + TIFF));
    Files.deleteIfExists(spool.resolve("in-" + arrival + TOLD));
  }

  @Override
  public Optional<Path> of(FaxFile file, FaxFormat format) {
    String path = format == FaxFormat.PDF ? pdf(file.path()) : file.path();
    return Optional.of(received.resolve(path)).filter(Files::isReadable);
  }

  private static String pdf(String tiff) {
    return tiff.substring(0, tiff.length() - TIFF.length()) + PDF;
  }

  private Set<String> names(Pattern form) throws IOException {
    Set<String> names = new TreeSet<>();
    try (var files = Files.newDirectoryStream(spool)) {
      for (Path file : files) {
        Matcher name = form.matcher(file.getFileName().toString());
        if (name.matches()) {
          names.add(name.group(1));
        }
      }
    }
    return names;
  }

  private Optional<ToldFile> read(String name) throws IOException {
    try {
      return Optional.of(
          ToldFile.parse(
              Files.readString(spool.resolve(name + TOLD), StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
