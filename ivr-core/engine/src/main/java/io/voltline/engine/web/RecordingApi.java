package io.voltline.engine.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.desk.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The index of recordings and their audio. */
final class RecordingApi {
  private static final String RANGE = "Range";

  private record Opened(Recordings.Audio audio, long size) {}

  private final Recordings recordings;

  RecordingApi(Recordings recordings) {
    this.recordings = recordings;
  }

  void offer(Operations api) {
    api.answer("listRecordings", this::list);
    api.answer("getRecording", this::get);
    api.send("getRecordingAudio", this::open, RecordingApi::send);
  }

  private Reply list(Ask ask) {
    var query =
        new RecordingIndex.Query(
            ask.query("callId").flatMap(CallApi::callId),
            ask.query("agentNo").map(AgentNo::new),
            ask.query("workOrderNo").map(WorkOrderNo::new),
            ask.time("from"),
            ask.time("to"),
            ask.limit());
    return Reply.ok(Map.of("recordings", RecordingJson.of(recordings.list(query))));
  }

  private Reply get(Ask ask) throws Refused {
    return Reply.ok(RecordingJson.of(recordings.find(id(ask))));
  }

  private Opened open(Ask ask) throws Refused, IOException {
    String range = ask.header(RANGE).orElse("all");
    var audio = recordings.listen(ask.account(), id(ask), range, ask.address());
    return new Opened(audio, Files.size(audio.file()));
  }

  private static void send(RoutingContext request, Opened opened) {
    String header = request.request().getHeader(RANGE);
    var range = header == null ? ByteRange.all(opened.size()) : ByteRange.of(header, opened.size());
    var response = request.response();
    response.putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    if (range.isEmpty()) {
      response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + opened.size());
      request.fail(new HttpException(416));
      return;
    }
    var part = range.get();
    if (part.asked()) {
      response.setStatusCode(206).putHeader(HttpHeaders.CONTENT_RANGE, part.contentRange());
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "audio/wav")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .sendFile(opened.audio().file().toString(), part.from(), part.length())
        .onFailure(request::fail);
  }

  private static RecordingId id(Ask ask) throws Refused {
    String text = ask.path("id");
    return RecordingId.parse(text)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no recording " + text));
  }
}
