package io.voltline.engine.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxState;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.fax.FaxFormat;
import io.voltline.engine.fax.FaxIndex;
import io.voltline.engine.fax.FaxJobs;
import io.voltline.engine.fax.Faxes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Faxes that came in, with their pages, and those that callers asked for. */
final class FaxApi {
  private record Opened(Path file, FaxFormat format) {}

  private final Faxes faxes;

  FaxApi(Faxes faxes) {
    this.faxes = faxes;
  }

  void offer(Operations api) {
    api.answer("listFaxes", this::list);
    api.answer("getFax", this::get);
    api.send("getFaxDocument", this::open, FaxApi::send);
    api.answer("listFaxJobs", this::jobs);
  }

  private Reply list(Ask ask) {
    var query =
        new FaxIndex.Query(
            ask.query("workOrderNo").map(WorkOrderNo::new),
            ask.time("from"),
            ask.time("to"),
            ask.limit());
    return Reply.ok(Map.of("faxes", FaxJson.of(faxes.received(query))));
  }

  private Reply get(Ask ask) throws Refused {
    return Reply.ok(FaxJson.of(faxes.find(id(ask))));
  }

  private Reply jobs(Ask ask) {
    var query =
        new FaxJobs.Query(
            ask.query("state").map(FaxState::valueOf),
            ask.query("number").map(FaxApi::number),
            ask.limit());
    return Reply.ok(Map.of("faxJobs", FaxJobJson.of(faxes.toSend(query))));
  }

  private static PhoneNumber number(String text) {
    return PhoneNumber.parse(text)
        .orElseThrow(() -> new BadInput("number: not a telephone number"));
  }

  private Opened open(Ask ask) throws Refused {
    FaxFormat format =
        ask.query("format")
            .map(name -> FaxFormat.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(FaxFormat.PDF);
    return new Opened(faxes.open(ask.account(), id(ask), format, ask.address()), format);
  }

  private static void send(RoutingContext request, Opened opened) {
    request
        .response()
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            opened.format() == FaxFormat.PDF ? "application/pdf" : "image/tiff")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .sendFile(opened.file().toString())
        .onFailure(request::fail);
  }

  private static CallId id(Ask ask) throws Refused {
    String text = ask.path("id");
    return CallApi.callId(text)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no fax " + text));
  }
}
