package io.voltline.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.voltline.domain.fax.FaxRule;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.Ruled;
import io.voltline.engine.rules.RulesFile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the settings: {@code reference.conf}, over it the file that {@code VOLTLINE_CONFIG} names,
 * over both {@code VOLTLINE_DB_URL} and {@code VOLTLINE_REDIS_URL}.
 */
public final class SettingsLoader {
  private static final List<String> ROLES = List.of("agent", "supervisor", "quality", "admin");

  private static final String ROOT = "voltline";
  private static final Set<String> FREE_KEYS =
      Set.of("voltline.routing.queues.", "voltline.routing.strategy.");
  private static final long MEGABYTE = 1_048_576;
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_FAX_PAUSES = 9;

  private SettingsLoader() {}

  /**
   * The settings of this environment.
   *
   * @throws SettingsException naming key, file and line of the first wrong one
   */
  public static Settings load(Map<String, String> environment) {
    return settings(root(environment));
  }

  /** Only the routing rules, which need no secrets to be set. */
  public static RoutingProfile routing(Map<String, String> environment) {
    Section root = root(environment);
    return effective(RoutingSettings.read(root.in("routing")), rules(root), root);
  }

  private static Ruled rules(Section root) {
    try {
      return RulesFile.read(root.in("paths").path("rules"));
    } catch (IOException e) {
      throw root.in("paths").blame("rules", String.valueOf(e.getMessage()));
    }
  }

  private static RoutingProfile effective(RoutingSettings routing, Ruled ruled, Section root) {
    try {
      return ruled.over(routing.profile(), routing.skills());
    } catch (BadRule e) {
      throw root.in("paths").blame("rules", e.place() + ": " + e.getMessage());
    }
  }

  private static Section root(Map<String, String> environment) {
    Config reference = ConfigFactory.parseResources("reference.conf");
    Config file = file(environment);
    refuseUnknown(file, reference);
    Config all =
        override(environment, "VOLTLINE_DB_URL", "voltline.database.url")
            .withFallback(override(environment, "VOLTLINE_REDIS_URL", "voltline.redis.url"))
            .withFallback(file)
            .withFallback(reference)
            .resolve();
    return new Section(all.getConfig(ROOT), ROOT);
  }

  private static Config file(Map<String, String> environment) {
    String name = environment.get("VOLTLINE_CONFIG");
    if (name == null || name.isBlank()) {
      return ConfigFactory.empty();
    }
    try {
      return ConfigFactory.parseFile(
          new File(name), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException.Parse e) {
      throw new SettingsException(
          Section.place(e.origin()) + ": " + firstLine(e).replaceFirst("^.*?: \\d+: ", ""));
    } catch (ConfigException e) {
      throw new SettingsException("VOLTLINE_CONFIG: can't read " + name + ": " + firstLine(e));
    }
  }

  private static Config override(Map<String, String> environment, String variable, String key) {
    String value = environment.get(variable);
    return value == null || value.isBlank()
        ? ConfigFactory.empty()
        : ConfigFactory.empty()
            .withValue(key, ConfigValueFactory.fromAnyRef(value, "environment " + variable));
  }

  /** A misspelt option would otherwise be a default that nobody notices. */
  private static void refuseUnknown(Config file, Config reference) {
    file.entrySet().stream()
        .filter(
            e ->
                FREE_KEYS.stream().noneMatch(e.getKey()::startsWith)
                    && !isOption(reference, e.getKey()))
        .findFirst()
        .ifPresent(
            e -> {
              throw new SettingsException(
                  e.getKey() + ": no such option (" + Section.place(e.getValue().origin()) + ")");
            });
  }

  private static boolean isOption(Config reference, String key) {
    return reference.hasPathOrNull(key)
        && (reference.getIsNull(key)
            || reference.getValue(key).valueType() != ConfigValueType.OBJECT);
  }

  private static Settings settings(Section root) {
    Section https = root.in("https");
    Section agi = root.in("agi");
    Section ami = root.in("ami");
    Section sip = root.in("sip");
    Section database = root.in("database");
    Section redis = root.in("redis");
    Section waiting = root.in("waiting");
    Section desk = root.in("desk");
    RoutingSettings routing = RoutingSettings.read(root.in("routing"));
    Ruled ruled = rules(root);
    return new Settings(
        root.text("node"),
        zone(root),
        root.text("bind"),
        root.in("http").port("port"),
        new Settings.Https(https.port("port"), https.path("certificate"), https.path("key")),
        new Settings.Agi(agi.port("port"), agi.number("calls", 1, 100_000)),
        new Settings.Ami(
            ami.text("host"), ami.port("port"), ami.text("user"), ami.secret("secret")),
        root.in("asterisk").port("http-port"),
        new Settings.Sip(sip.text("host"), sip.port("port")),
        new Settings.Database(
            database.text("url"),
            database.text("user"),
            database.secret("password"),
            database.number("connections", 2, 200),
            database.number("backlog", 1_000, 10_000_000)),
        new Settings.Redis(
            redis.secret("url"),
            redis.duration("timeout", Duration.ofMillis(50), Duration.ofSeconds(10))),
        paths(root.in("paths")),
        effective(routing, ruled, root),
        routing.profile(),
        ruled,
        routing.places(),
        routing.skills(),
        root.in("routing").number("mailbox", 1_024, 1_048_576),
        journal(root.in("journal")),
        new Settings.Waiting(
            waiting.duration("tell-first", Duration.ofSeconds(1), Duration.ofHours(1)),
            waiting.duration("tell-every", Duration.ofSeconds(5), Duration.ofHours(1)),
            waiting.duration("choices-after", Duration.ZERO, Duration.ofHours(1)),
            waiting.duration("last-agent", Duration.ZERO, Duration.ofDays(30))),
        SelfServiceSettings.read(
            root.in("self-service"), zone(root), routing.profile().queues().keySet()),
        situation(root),
        fax(root.in("fax"), root.in("paths")),
        speech(root.in("speech")),
        new Settings.Desk(
            desk.duration("session", Duration.ofMinutes(5), Duration.ofDays(7)),
            desk.number("attempts", 1, 1_000),
            desk.duration("attempts-window", Duration.ofSeconds(1), DAY),
            roles(desk),
            desk.duration("send-within", Duration.ofSeconds(10), Duration.ofHours(1))),
        AlarmSettings.read(root.in("alarms")),
        root.duration("drain", Duration.ZERO, DAY));
  }

  private static Set<String> roles(Section desk) {
    Set<String> roles = Set.copyOf(desk.texts("call-out"));
    if (!ROLES.containsAll(roles)) {
      throw desk.blame("call-out", "roles are " + String.join(", ", ROLES));
    }
    return roles;
  }

  private static ZoneId zone(Section root) {
    try {
      return ZoneId.of(root.text("zone"));
    } catch (DateTimeException e) {
      throw root.blame("zone", "no such time zone");
    }
  }

  private static Settings.Paths paths(Section paths) {
    return new Settings.Paths(
        paths.path("accounts"),
        paths.path("flows"),
        paths.path("flow-trials"),
        paths.path("desk"),
        paths.path("prompts"),
        paths.path("sounds"),
        paths.path("house-prompts"),
        paths.path("phones"),
        paths.path("rules"),
        paths.path("spoken"),
        paths.path("spool"),
        paths.path("recordings"),
        paths.path("journal"),
        paths.path("log"));
  }

  private static Settings.Journal journal(Section journal) {
    long file = journal.bytes("file-size", MEGABYTE, 1_024 * MEGABYTE);
    return new Settings.Journal(
        file,
        journal.bytes("total-size", 2 * file, 1_048_576 * MEGABYTE),
        journal.number("backlog", 1_024, 1_048_576));
  }

  private static Settings.Situation situation(Section root) {
    Section storm = root.in("storm");
    return new Settings.Situation(
        new StormRule(
            storm.number("factor", 2, 1_000),
            storm.number("usual-calls", 1, 1_000_000),
            storm.number("least-calls", 1, 1_000_000),
            storm.duration("calm", StormRule.WINDOW, DAY)),
        root.in("notices").duration("longest", Duration.ofSeconds(5), Duration.ofMinutes(10)),
        root.in("paths").path("notices"),
        root.in("paths").path("notice-takes"));
  }

  private static Settings.Fax fax(Section fax, Section paths) {
    List<Duration> pauses = fax.durations("pauses", Duration.ofSeconds(1), DAY);
    if (pauses.size() > MOST_FAX_PAUSES) {
      throw fax.blame("pauses", "more than " + MOST_FAX_PAUSES + " pauses");
    }
    return new Settings.Fax(
        paths.path("fax-spool"),
        paths.path("fax-documents"),
        paths.path("faxes"),
        fax.number("lines", 1, 100),
        new FaxRule(pauses));
  }

  private static Settings.Speech speech(Section speech) {
    if (speech.texts("espeak").isEmpty()) {
      throw speech.blame("espeak", "names no program");
    }
    return new Settings.Speech(
        speech.texts("espeak"),
        speech.value("service", SettingsLoader::service),
        speech.duration("limit", Duration.ofMillis(100), Duration.ofSeconds(10)),
        speech.number("at-once", 1, 64),
        speech.bytes("kept", MEGABYTE, 1_048_576 * MEGABYTE));
  }

  private static Optional<URI> service(String url) {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    URI service = URI.create(url);
    if (!Set.of("http", "https").contains(String.valueOf(service.getScheme()))
        || service.getHost() == null) {
      throw new IllegalArgumentException("'" + url + "' is no http or https address");
    }
    return Optional.of(service);
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }
}
