package io.voltline.engine.desk;

import io.voltline.domain.workorder.WorkOrderType;
import io.voltline.domain.workorder.WorkOrderTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tree of business types that Voltline comes with, {@code work-order-types.json}. */
public final class WorkOrderTypesFile {
  private WorkOrderTypesFile() {}

  public static WorkOrderTypes read() {
    try (InputStream in =
        Objects.requireNonNull(
            WorkOrderTypesFile.class.getResourceAsStream("/work-order-types.json"))) {
      return new WorkOrderTypes(
          JsonMapper.shared().readValue(in, new TypeReference<List<WorkOrderType>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
