package io.voltline.engine.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What administrators changed, as one small file of JSON. */
public final class RulesFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .changeDefaultPropertyInclusion(
              usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private RulesFile() {}

  /**
   * What the file holds; nothing when there is none.
   *
   * @throws IOException that tells file and line, when it can't be read or makes no sense
   */
  public static Ruled read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Ruled.NOTHING;
    }
    try {
      return MAPPER.readValue(Files.readString(file), Ruled.class);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new IOException(
          "%s, line %d: %s"
              .formatted(file, at == null ? 1 : at.getLineNr(), e.getOriginalMessage()),
          e);
    }
  }

  /** Writes it, whole or not at all. */
  public static void write(Path file, Ruled ruled) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, MAPPER.writeValueAsString(ruled) + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
