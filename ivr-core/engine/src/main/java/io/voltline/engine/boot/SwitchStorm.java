package io.voltline.engine.boot;

import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.notice.StormSwitch;
import io.voltline.engine.notice.StormBook;
import io.voltline.engine.store.SqlStorm;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "storm",
    description = {
      "Puts the storm switch on, off, or lets the rate of calls decide.",
      "Running engines take it up within seconds, for calls that come in from then on."
    },
    mixinStandardHelpOptions = true)
final class SwitchStorm {
  private static final int CHANGES = 5;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Command(name = "show", description = "Tells how it stands, since when and by whom.")
  int show() {
    return tool()
        .run(
            (settings, database) ->
                tell(new SqlStorm(database), settings.situation().storm(), settings.zone()));
  }

  @Command(name = "on", description = "Callers are led as in a storm, whatever the rate of calls.")
  int on() {
    return set(StormMode.ON);
  }

  @Command(name = "off", description = "Callers are led as usual, whatever the rate of calls.")
  int off() {
    return set(StormMode.OFF);
  }

  @Command(name = "auto", description = "The rate of calls decides.")
  int auto() {
    return set(StormMode.AUTO);
  }

  private int set(StormMode mode) {
    return tool()
        .run(
            (settings, database) -> {
              var book = new SqlStorm(database);
              book.set(mode, HouseTool.user(), Instant.now());
              tell(book, settings.situation().storm(), settings.zone());
            });
  }

  private void tell(StormBook book, StormRule rule, ZoneId zone) {
    PrintWriter out = spec.commandLine().getOut();
    Instant now = Instant.now();
    StormSwitch storm = book.read();
    out.printf(
        "storm: %s since %s%n", storm.on() ? "on" : "off", TellNotice.shown(storm.since(), zone));
    out.printf(
        "switch: %s by %s at %s%n",
        storm.mode(), storm.changedBy(), TellNotice.shown(storm.changedAt(), zone));
    double usual = rule.usual(book.earlierDays(now));
    out.printf(
        Locale.ROOT,
        "calls in %d min: %d, usual %.1f, a storm from %d; by this rate: %s%n",
        StormRule.WINDOW.toMinutes(),
        book.callsSince(now.minus(StormRule.WINDOW)),
        usual,
        rule.begins(usual),
        storm.automatic().on() ? "on" : "off");
    for (StormBook.Change change : book.changes(CHANGES)) {
      out.printf(
          "%s %s by %s%s%n",
          TellNotice.shown(change.at(), zone),
          change.why().isEmpty() ? change.mode() : change.stormy() ? "began" : "over",
          change.by(),
          change.why().isEmpty() ? "" : ": " + change.why());
    }
  }

  private HouseTool tool() {
    return new HouseTool("storm", spec.commandLine().getOut());
  }
}
