package io.voltline.engine.boot;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.notice.Notice;
import io.voltline.domain.notice.NoticeId;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.notice.NoticeBoard;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlNotices;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "notice",
    description = {
      "Lists, makes and ends emergency announcements, which every caller hears.",
      "Running engines take it up within seconds. TIME is 2026-11-22T18:00 in the house's zone, or"
          + " with an offset."
    },
    mixinStandardHelpOptions = true)
final class TellNotice {
  private static final int SHOWN = 20;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Command(name = "list", description = "Tells the last announcements, the latest first.")
  int list() {
    return tool()
        .run(
            (settings, database) ->
                board(database).list(SHOWN).forEach(notice -> tell(notice, settings.zone())));
  }

  @Command(name = "add", description = "Makes one, from now or from a time on.")
  int add(
      @Option(names = "--zh", paramLabel = "TEXT", required = true) String zh,
      @Option(names = "--en", paramLabel = "TEXT", required = true) String en,
      @Option(names = "--from", paramLabel = "TIME") @Nullable String from,
      @Option(names = "--until", paramLabel = "TIME") @Nullable String until) {
    return tool()
        .run(
            (settings, database) ->
                tell(
                    board(database)
                        .add(
                            new Bilingual(zh, en),
                            time("--from", from, settings.zone()),
                            time("--until", until, settings.zone()),
                            HouseTool.user()),
                    settings.zone()));
  }

  @Command(name = "end", description = "Ends one now.")
  int end(@Parameters(paramLabel = "ID") String id) {
    return tool()
        .run(
            (settings, database) -> {
              var known =
                  NoticeId.parse(id)
                      .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no notice " + id));
              tell(board(database).end(known, HouseTool.user()), settings.zone());
            });
  }

  private static NoticeBoard board(Database database) {
    return new NoticeBoard(new SqlNotices(database), () -> {}, InstantSource.system());
  }

  private void tell(Notice notice, ZoneId zone) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s %s from %s until %s by %s%n",
        notice.id(),
        notice.phase(Instant.now()),
        shown(notice.from(), zone),
        notice.until().map(until -> shown(until, zone)).orElse("it is ended"),
        notice.createdBy());
    out.printf("  %s%n  %s%n", notice.text().zh(), notice.text().en());
    if (!notice.audio().isEmpty()) {
      out.printf(
          "  recorded in: %s%n",
          notice.audio().keySet().stream()
              .map(language -> language.code())
              .sorted()
              .collect(Collectors.joining(", ")));
    }
  }

  private static Optional<Instant> time(String name, @Nullable String text, ZoneId zone)
      throws Refused {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() > "2026-11-22T18:00:00".length()
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      throw new Refused(
          Refused.Reason.INVALID, name + ": '" + text + "' is no time such as 2026-11-22T18:00");
    }
  }

  static String shown(Instant time, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private HouseTool tool() {
    return new HouseTool("notice", spec.commandLine().getOut());
  }
}
