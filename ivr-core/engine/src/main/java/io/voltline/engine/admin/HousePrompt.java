package io.voltline.engine.admin;

import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What callers hear in the place of the product's own prompt.
 *
 * @param text what is said
 * @param instead the product's own text at that time
 * @param recording the name of the file that somebody sent; empty when the voice speaks the text
 */
public record HousePrompt(
    PromptKey prompt,
    String text,
    String instead,
    PromptSounds.Kept sound,
    Optional<String> recording,
    Instant at,
    String by) {
  private static final double MILLIS = 1_000;

  /** Whether callers hear and administrators read the same. */
  public boolean sameAs(HousePrompt other) {
    return text.equals(other.text)
        && sound.equals(other.sound)
        && recording.equals(other.recording);
  }

  /** Field by field, as it is kept with a change. */
  public Map<String, Object> facts() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("text", text);
    facts.put("source", recording.isPresent() ? "RECORDING" : "VOICE");
    facts.put("seconds", String.format(Locale.ROOT, "%.1f", sound.length().toMillis() / MILLIS));
    recording.ifPresent(
        name -> {
          facts.put("recording", name);
          facts.put("checksum", sound.checksum());
        });
    return facts;
  }

  /** The same of the product's own. */
  public static Map<String, Object> ownFacts(String text) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("text", text);
    facts.put("source", "PRODUCT");
    return facts;
  }
}
