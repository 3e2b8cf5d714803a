package io.voltline.engine.web;

import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.Overloaded;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 tells it.
 *
 * @param type stable; the desk translates by it
 * @param retryAfter when asking again makes sense, told in a header
 * @param agentNo who is in the way
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    Optional<Duration> retryAfter,
    Optional<AgentNo> agentNo) {
  private static final Duration SOON = Duration.ofSeconds(2);

  private static Problem of(int status, String type, String title, String detail) {
    return new Problem(
        "urn:voltline:" + type, title, status, detail, Optional.empty(), Optional.empty());
  }

  private Problem retryAfter(Duration pause) {
    return new Problem(type, title, status, detail, Optional.of(pause), agentNo);
  }

  private Problem by(Optional<AgentNo> other) {
    return new Problem(type, title, status, detail, retryAfter, other);
  }

  /** What a failed request is told; an internal one is told without its reasons. */
  static Problem of(Throwable failure, int status) {
    return switch (failure) {
      case Refused refused -> refused(refused);
      case BadInput input -> invalid(400, Objects.requireNonNull(input.getMessage()));
      case Unavailable down -> unavailable(String.valueOf(down.getMessage()));
      case Overloaded full -> unavailable(String.valueOf(full.getMessage()));
      case HttpException http when http.getCause() instanceof ValidatorException wrong ->
          invalid(400, String.valueOf(wrong.getMessage()));
      case HttpException http -> ofStatus(http.getStatusCode());
      default -> ofStatus(status);
    };
  }

  private static Problem refused(Refused refused) {
    String detail = String.valueOf(refused.getMessage());
    String type = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (refused.reason()) {
      case INVALID_CREDENTIALS -> of(401, type, "Wrong agent number or password", detail);
      case TOO_MANY_ATTEMPTS ->
          of(429, type, "Too many attempts", detail).retryAfter(refused.retryAfter());
      case UNAUTHORIZED -> of(401, type, "Not signed in", detail);
      case FORBIDDEN -> of(403, type, "Not allowed", detail);
      case PHONE_NOT_REACHABLE -> of(409, type, "The phone can't be reached", detail);
      case TALKING -> of(409, type, "Not during a call", detail);
      case TOO_MANY_RESTING -> of(409, type, "Too many rest already", detail);
      case NEEDS_APPROVAL -> of(409, type, "A supervisor has to grant it", detail);
      case NOT_IDLE -> of(409, type, "The agent takes no calls now", detail);
      case INVALID_STATE -> of(409, type, "The state does not allow it", detail);
      case NO_VOICE -> of(409, type, "There is no voice now", detail);
      case CONFLICT -> of(409, type, "Changed by somebody else", detail);
      case TAKEN -> of(409, type, "Somebody else was first", detail).by(refused.taker());
      case NOT_FOUND -> of(404, type, "Not found", detail);
      case INVALID -> invalid(422, detail);
    };
  }

  private static Problem invalid(int status, String detail) {
    return of(status, "validation", "The request is not valid", detail);
  }

  private static Problem unavailable(String detail) {
    return of(503, "unavailable", "Not available now", detail).retryAfter(SOON);
  }

  static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> invalid(400, "the request can't be read");
      case 404 -> of(404, "not-found", "Not found", "there is nothing at this address");
      case 405 -> of(405, "method-not-allowed", "Method not allowed", "");
      case 413 -> of(413, "too-large", "The request is too large", "");
      case 416 -> of(416, "range", "The range lies outside of the file", "");
      case 502 -> of(502, "unavailable", "Not available now", "the switch can't be reached");
      case 503 -> unavailable("too much at once");
      default -> of(500, "internal", "Something went wrong inside", "it has been logged");
    };
  }
}
