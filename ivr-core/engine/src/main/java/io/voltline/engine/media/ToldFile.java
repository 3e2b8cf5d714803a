package io.voltline.engine.media;

import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the dialplan tells of a fax: one line of {@code NAME=VALUE}, values in URI encoding. */
final class ToldFile {
  private final Map<String, String> values;

  private ToldFile(Map<String, String> values) {
    this.values = values;
  }

  /** Takes any text; what is no pair is passed over. */
  static ToldFile parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String pair : text.strip().split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return new ToldFile(values);
  }

  /** Asterisk writes a blank as %20 and leaves a plus as it is. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** Whether the last word was said. */
  boolean ended() {
    return values.containsKey("end");
  }

  /** Empty for what was not told, or told as nothing. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** 0 for what is no number. */
  int number(String name) {
    return text(name).filter(it -> it.matches("[0-9]{1,9}")).map(Integer::valueOf).orElse(0);
  }

  /** Seconds since the epoch. */
  Optional<Instant> moment(String name) {
    return text(name)
        .filter(it -> it.matches("[0-9]{1,11}"))
        .map(Long::valueOf)
        .map(Instant::ofEpochSecond);
  }

  boolean success() {
    return text("status").filter("SUCCESS"::equals).isPresent();
  }

  Optional<FaxMode> mode() {
    return text("mode").map(mode -> mode.equals("T38") ? FaxMode.T38 : FaxMode.AUDIO);
  }

  /** Why it was no success, as the switch has it. */
  Optional<String> fault() {
    return text("text").filter(text -> !text.equals("OK")).or(() -> text("error"));
  }

  /** How a try to send ended. */
  FaxEnd end() {
    if (success()) {
      return new FaxEnd.Sent(number("pages"), mode(), text("station"));
    }
    return new FaxEnd.NotSent(
        text("dial")
            .map(this::unanswered)
            .or(this::fault)
            .orElse("the line was gone before the fax began"));
  }

  private String unanswered(String dial) {
    String why =
        switch (dial) {
          case "BUSY" -> "the number was busy";
          case "NOANSWER" -> "nobody answered";
          case "CHANUNAVAIL" -> "there is no way out to the number";
          default -> "the call did not come about";
        };
    return why + " (" + dial + text("cause").map(cause -> ", cause " + cause).orElse("") + ")";
  }
}
