package io.voltline.engine.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.impl.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The API's contract, {@code openapi.yaml}.
 *
 * @param json as it is shown to others
 * @param openapi as requests are checked by
 */
record Contract(Buffer json, OpenAPIContract openapi) {

  private static final String SOUND = "audio/wav";

  private static final JsonObject ANY_ANSWER =
      new JsonObject().put("default", new JsonObject().put("description", "any"));

  static Future<Contract> load(Vertx vertx) {
    return Utils.yamlStringToJson(text())
        .compose(
            contract -> {
              Buffer json = contract.toBuffer();
              return OpenAPIContract.from(vertx, forRequests(new JsonObject(json)))
                  .map(openapi -> new Contract(json, openapi));
            });
  }

  /**
   * The contract as Vert.x takes it: with a whole address of the server, and without what has media
   * types it does not know: answers, which it is not asked to check, and sounds that are sent.
   */
  private static JsonObject forRequests(JsonObject contract) {
    JsonObject server = contract.getJsonArray("servers").getJsonObject(0);
    server.put("url", "http://localhost" + server.getString("url"));
    JsonObject components = contract.getJsonObject("components");
    components.remove("responses");
    JsonObject paths = contract.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject operations = paths.getJsonObject(path);
      for (String method : operations.fieldNames()) {
        JsonObject operation = operations.getJsonObject(method);
        operation.put("responses", ANY_ANSWER.copy());
        if (sendsSound(operation)) {
          operation.remove("requestBody");
        }
      }
    }
    return contract;
  }

  private static boolean sendsSound(JsonObject operation) {
    JsonObject body = operation.getJsonObject("requestBody", new JsonObject());
    return body.getJsonObject("content", new JsonObject()).containsKey(SOUND);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Contract.class.getResourceAsStream("/openapi.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
