package io.voltline.engine.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One request that fits the contract, and who asks. */
final class Ask {
  private static final String ACCOUNT = "account";
  private static final String BEARER = "Bearer ";
  private static final int USUAL_LIMIT = 50;

  private final RoutingContext context;
  private final ValidatedRequest request;

  private Ask(RoutingContext context, ValidatedRequest request) {
    this.context = context;
    this.request = request;
  }

  static Ask of(RoutingContext context) {
    return new Ask(
        context,
        Objects.requireNonNull(context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST)));
  }

  static String token(RoutingContext context) {
    String header = context.request().getHeader("Authorization");
    return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
  }

  static void signedIn(RoutingContext context, Account account) {
    context.put(ACCOUNT, account);
  }

  /** Who is going to read the answer; empty before somebody is signed in. */
  static Optional<Role> reader(RoutingContext context) {
    return Optional.ofNullable(context.<Account>get(ACCOUNT)).map(Account::role);
  }

  Account account() {
    return Objects.requireNonNull(context.get(ACCOUNT));
  }

  String token() {
    return token(context);
  }

  String address() {
    return context.request().remoteAddress().hostAddress();
  }

  /** The host and port the client used for this server. */
  HostAndPort origin() {
    return Optional.ofNullable(context.request().authority())
        .orElseThrow(() -> new BadInput("Host: missing"));
  }

  boolean secure() {
    return context.request().isSSL();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  /** A parameter of the path. */
  String path(String name) {
    return value(request.getPathParameters(), name).orElseThrow();
  }

  /** A parameter of the query. */
  Optional<String> query(String name) {
    return value(request.getQuery(), name).filter(text -> !text.isEmpty());
  }

  private static Optional<String> value(Map<String, RequestParameter> values, String name) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> !value.isNull())
        .map(value -> String.valueOf(value.get()));
  }

  Optional<Instant> time(String name) {
    return query(name).map(text -> time(name, text));
  }

  /** Throws BadInput that names it when it is none. */
  static Instant time(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadInput(name + ": not a date and time with offset");
    }
  }

  int limit() {
    return query("limit").map(Integer::valueOf).orElse(USUAL_LIMIT);
  }

  /** The body as it is; empty when there is none. */
  byte[] bytes() {
    return Optional.ofNullable(context.body().buffer()).map(Buffer::getBytes).orElse(new byte[0]);
  }

  /** The body, which fits the contract's schema; empty when an optional one is left out. */
  <T> Optional<T> body(Class<T> type) {
    return Optional.ofNullable(request.getBody())
        .map(RequestParameter::getJsonObject)
        .map(json -> Json.read(json.toBuffer(), type));
  }
}
