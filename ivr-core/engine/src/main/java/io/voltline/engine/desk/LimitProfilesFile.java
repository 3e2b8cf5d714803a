package io.voltline.engine.desk;

import io.voltline.domain.workorder.LimitProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The profiles of time limits that Voltline comes with, {@code limit-profiles.json}. */
public final class LimitProfilesFile {
  private LimitProfilesFile() {}

  /** The first one holds until another is chosen. */
  public static List<LimitProfile> read() {
    try (InputStream in =
        Objects.requireNonNull(
            LimitProfilesFile.class.getResourceAsStream("/limit-profiles.json"))) {
      return JsonMapper.shared().readValue(in, new TypeReference<List<LimitProfile>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
