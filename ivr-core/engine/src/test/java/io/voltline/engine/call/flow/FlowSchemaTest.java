package io.voltline.engine.call.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors write flows by says the same of them as the reader does. */
class FlowSchemaTest {
  private static final Path FLOWS = Path.of("../../dialplans/ivr");
  private static final Path SCHEMA = FLOWS.resolve("flow.schema.json");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonMapper.shared().readTree(SCHEMA.toFile()));

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(FLOWS)) {
      return files.filter(file -> !file.equals(SCHEMA)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedFlowIsAsItSays(Path file) {
    assertThat(schema.validate(JsonMapper.shared().readTree(file.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"sing\", \"next\": \"end\"}",
        "{\"type\": \"play\", \"prompts\": [\"welcome\"]}",
        "{\"type\": \"play\", \"prompts\": [], \"next\": \"end\"}",
        "{\"type\": \"play\", \"prompts\": [\"welcome\"], \"next\": \"end\", \"volume\": 3}",
        "{\"type\": \"menu\", \"prompts\": [\"welcome\"], \"keys\": {\"A\": \"end\"}, \"tries\": 3,"
            + " \"patienceSeconds\": 5, \"giveUp\": \"end\"}",
        "{\"type\": \"queue\", \"queue\": \"general\"}",
        "{\"type\": \"sms\", \"otherwise\": \"end\"}"
      })
  void whatTheReaderRefusesIsNoFlow(String node) {
    assertThat(schema.validate(flowWith(node))).isNotEmpty();
  }

  @Test
  void theRestOfThatFlowIsOne() {
    assertThat(schema.validate(flowWith("{\"type\": \"end\"}"))).isEmpty();
  }

  private static JsonNode flowWith(String node) {
    return JsonMapper.shared()
        .readTree(
            """
            {"version": 1, "start": "first", "goneRound": "end",
             "nodes": {"first": %s, "end": {"type": "end"}}}
            """
                .formatted(node));
  }
}
