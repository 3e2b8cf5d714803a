package io.voltline.engine.web;

import java.util.Optional;

/**
 * A successful answer.
 *
 * @param body what becomes JSON; empty for an answer without a body
 */
record Reply(int status, Optional<Object> body) {

  static Reply ok(Object body) {
    return new Reply(200, Optional.of(body));
  }

  static Reply created(Object body) {
    return new Reply(201, Optional.of(body));
  }

  static Reply none() {
    return new Reply(204, Optional.empty());
  }
}
