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

  static Future<Contract> load(Vertx vertx) {
    return Utils.yamlStringToJson(text())
        .compose(
            contract -> {
              Buffer json = contract.toBuffer();
              return OpenAPIContract.from(vertx, new JsonObject(json))
                  .map(openapi -> new Contract(json, openapi));
            });
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
