package io.voltline.domain.flow;

import static io.voltline.domain.flow.Kind.AMOUNT;
import static io.voltline.domain.flow.Kind.DAY;
import static io.voltline.domain.flow.Kind.DIGITS;
import static io.voltline.domain.flow.Kind.MOMENT;
import static io.voltline.domain.flow.Kind.NUMBER;
import static io.voltline.domain.flow.Kind.TEXT;
import static io.voltline.domain.flow.Kind.WORD;

import io.voltline.domain.workorder.WorkOrderStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of what a flow can ask of the house. */
public final class Services {

  /** Keeps a message that was recorded; asked by every voicemail node. */
  public static final String MESSAGE = "message";

  /** Keeps a caller's rating, 1 (satisfied) to 3; asked by every survey node. */
  public static final String SURVEY = "survey";

  private static final Map<String, Kind> NOTHING = Map.of();
  private static final Map<String, Kind> ACCOUNT = Map.of("account", DIGITS);
  private static final Map<String, Kind> ORDER = Map.of("order", DIGITS);
  private static final Map<String, Kind> STATUS = Map.of("order", DIGITS, "status", WORD);
  private static final Map<String, Map<String, Kind>> OUTAGE =
      Map.of(
          "known", Map.of("outage", WORD, "reason", TEXT, "back", MOMENT),
          "known-without-time", Map.of("outage", WORD, "reason", TEXT),
          "none", NOTHING);

  private static final Map<String, Service> ALL = byName(Stream.of(lookUps(), effects()));

  /** The words each argument or value of kind {@link Kind#WORD} may be; open sets are not here. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "status", statuses(),
          "anonymous", Set.of("yes", "no"),
          "template", Set.of("outage", "bill", "halls", "order", "reconnection"),
          "document", Set.of("tariff", "new-supply", "change"),
          "calendar", Set.of("halls", "call-back"));

  private Services() {}

  /** Every service by its name, in the order of the catalogue. */
  public static Map<String, Service> all() {
    return ALL;
  }

  /** The service of this name. */
  public static Optional<Service> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The words a value of this name may be; empty when any word may come. */
  public static Optional<Set<String>> words(String name) {
    return Optional.ofNullable(WORDS.get(name));
  }

  private static Stream<Service> lookUps() {
    Map<String, Kind> calls = Map.of("repeats", NUMBER);
    return Stream.of(
        service(
            "caller",
            NOTHING,
            Map.of(
                "known", Map.of("account", DIGITS, "repeats", NUMBER),
                "several", calls,
                "unknown", calls)),
        service("account", ACCOUNT, Map.of("found", ACCOUNT, "unknown", NOTHING)),
        service("outage", ACCOUNT, OUTAGE),
        service("outage-area", Map.of("area-code", DIGITS), OUTAGE),
        service(
            "balance", ACCOUNT, each(Map.of("balance", AMOUNT), "credit", "arrears", "cut-off")),
        service(
            "bill",
            ACCOUNT,
            found(Map.of("month", DAY, "kwh", NUMBER, "amount", AMOUNT, "due", DAY))),
        service("reading", ACCOUNT, found(Map.of("day", DAY, "reading", NUMBER))),
        service(
            "tariff",
            ACCOUNT,
            found(Map.of("step", NUMBER, "used", NUMBER, "left", NUMBER, "price", AMOUNT))),
        service("halls", ACCOUNT, found(Map.of("hall", TEXT, "hours", TEXT))),
        service("order", ORDER, Map.of("found", STATUS, "closed", STATUS, "unknown", NOTHING)),
        service("order-of", ACCOUNT, Map.of("found", STATUS, "closed", STATUS, "none", NOTHING)),
        service(
            "hours",
            Map.of("calendar", WORD),
            Map.of(
                "open", NOTHING,
                "closed", Map.of("opens", MOMENT),
                "holiday", Map.of("opens", MOMENT))),
        service("storm", NOTHING, each(NOTHING, "on", "off")),
        service("notice", NOTHING, Map.of("one", Map.of("text", TEXT), "none", NOTHING)));
  }

  private static Stream<Service> effects() {
    return Stream.of(
        service(
            "link-outage",
            Map.of("account", DIGITS, "outage", WORD),
            Map.of("linked", ORDER, "already", NOTHING)),
        service(
            "reconnect",
            ACCOUNT,
            Map.of(
                "accepted", Map.of("order", DIGITS, "by", MOMENT),
                "arrears", NOTHING,
                "not-cut-off", NOTHING,
                "asked-already", NOTHING)),
        service(
            "urge",
            ORDER,
            Map.of("urged", Map.of("times", NUMBER), "urged-already", NOTHING, "closed", NOTHING)),
        service(
            "raise",
            Map.of("type", WORD),
            Map.of("account", DIGITS, "anonymous", WORD),
            false,
            Map.of("accepted", ORDER, "refused", NOTHING)),
        service(
            "sms",
            Map.of("template", WORD),
            NOTHING,
            true,
            each(NOTHING, "sent", "no-number", "refused")),
        service(
            "fax",
            Map.of("document", WORD, "number", DIGITS),
            each(NOTHING, "accepted", "refused")),
        service(
            "call-back",
            NOTHING,
            Map.of("number", DIGITS),
            false,
            each(NOTHING, "accepted", "joined", "closed-hours", "no-number", "refused")),
        service(
            MESSAGE,
            Map.of("recording", TEXT, "seconds", NUMBER),
            Map.of("type", WORD, "account", DIGITS, "anonymous", WORD),
            false,
            Map.of("kept", ORDER, "refused", NOTHING)),
        service(SURVEY, Map.of("rating", NUMBER), each(NOTHING, "noted")));
  }

  private static Service service(
      String name, Map<String, Kind> arguments, Map<String, Map<String, Kind>> outcomes) {
    return service(name, arguments, NOTHING, false, outcomes);
  }

  private static Service service(
      String name,
      Map<String, Kind> arguments,
      Map<String, Kind> optional,
      boolean open,
      Map<String, Map<String, Kind>> outcomes) {
    return new Service(name, arguments, optional, open, outcomes);
  }

  private static Map<String, Map<String, Kind>> found(Map<String, Kind> values) {
    return Map.of("found", values, "none", NOTHING);
  }

  private static Map<String, Map<String, Kind>> each(Map<String, Kind> values, String... outcomes) {
    return Stream.of(outcomes).collect(Collectors.toMap(outcome -> outcome, _ -> values));
  }

  private static Map<String, Service> byName(Stream<Stream<Service>> services) {
    var all = new LinkedHashMap<String, Service>();
    services.flatMap(some -> some).forEach(service -> all.put(service.name(), service));
    return Collections.unmodifiableMap(all);
  }

  private static Set<String> statuses() {
    return Stream.of(WorkOrderStatus.values())
        .map(status -> status.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toUnmodifiableSet());
  }
}
