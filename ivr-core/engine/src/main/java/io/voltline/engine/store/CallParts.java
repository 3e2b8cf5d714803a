package io.voltline.engine.store;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.Target;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.CallQuality;
import io.voltline.engine.desk.CallStory.Offered;
import io.voltline.engine.desk.CallStory.Overflown;
import io.voltline.engine.desk.CallStory.Survey;
import io.voltline.engine.desk.CallStory.TalkPart;
import io.voltline.engine.desk.CallStory.Visited;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What belongs to some calls, fetched for all of them at once. */
final class CallParts {

  @FunctionalInterface
  private interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  private final Map<String, List<Offered>> offers;
  private final Map<String, List<Overflown>> overflows;
  private final Map<String, List<Visited>> nodes;
  private final Map<String, List<Recording>> recordings;
  private final Map<String, List<WorkOrderNo>> workOrders;
  private final Map<String, List<Survey>> surveys;
  private final Map<String, List<TalkPart>> talkParts;
  private final Map<String, List<CallQuality>> quality;

  /**
   * Reads the parts.
   *
   * @param calls one id or more
   */
  CallParts(Handle handle, List<String> calls) {
    offers = byCall(handle, calls, "call_offer", "offered_at, offer_id", CallParts::offer);
    overflows = byCall(handle, calls, "call_overflow", "engine_run, seq", CallParts::overflow);
    nodes = byCall(handle, calls, "call_node", "engine_run, seq", CallParts::node);
    recordings = byCall(handle, calls, "recording", "started_at, id", RecordingRows::recording);
    workOrders = byCall(handle, calls, "work_order", "no", row -> row.text("no", WorkOrderNo::new));
    surveys = byCall(handle, calls, "survey_answer", "at", CallParts::survey);
    talkParts = byCall(handle, calls, "call_part", "engine_run, seq", CallParts::talkPart);
    quality = byCall(handle, calls, "call_quality", "since", CallParts::quality);
  }

  private static <T> Map<String, List<T>> byCall(
      Handle handle, List<String> calls, String table, String order, Reader<T> reader) {
    var found = new HashMap<String, List<T>>();
    handle
        .createQuery("SELECT * FROM " + table + " WHERE call_id IN (<ids>) ORDER BY " + order)
        .bindList("ids", calls)
        .map((rs, ctx) -> Map.entry(rs.getString("call_id"), reader.read(new Row(rs))))
        .forEach(
            entry ->
                found
                    .computeIfAbsent(entry.getKey(), call -> new ArrayList<>())
                    .add(entry.getValue()));
    return found;
  }

  private static Offered offer(Row row) throws SQLException {
    return new Offered(
        row.text("agent_no", AgentNo::new),
        row.time("offered_at"),
        Duration.ofMillis(row.big("ring_ms")),
        row.text("outcome", OfferOutcome::valueOf),
        row.maybeTime("ended_at"));
  }

  private static Overflown overflow(Row row) throws SQLException {
    return new Overflown(
        row.time("at"),
        row.text("from_queue", QueueId::new),
        row.maybe("to_queue", QueueId::new),
        row.text("cause", OverflowCause::valueOf));
  }

  private static Visited node(Row row) throws SQLException {
    return new Visited(
        row.text("node"), row.time("at"), row.maybe("pressed", text -> text.charAt(0)));
  }

  private static TalkPart talkPart(Row row) throws SQLException {
    return new TalkPart(
        row.text("kind", PartKind::valueOf),
        row.text("by_agent", AgentNo::new),
        target(row),
        row.time("began_at"),
        row.maybeTime("answered_at"),
        row.maybeTime("ended_at"),
        row.maybe("outcome", PartEnd::valueOf));
  }

  private static Optional<Target> target(Row row) throws SQLException {
    Optional<String> target = row.maybe("target");
    return row.maybe("target_kind")
        .flatMap(
            kind ->
                target.map(
                    text ->
                        switch (kind) {
                          case "DESK" -> new Target.Desk(new AgentNo(text));
                          case "OUTSIDE" -> new Target.Outside(new PhoneNumber(text));
                          default -> new Target.Queue(new QueueId(text));
                        }));
  }

  private static Survey survey(Row row) throws SQLException {
    return new Survey(
        row.number("rating"),
        row.maybe("agent_no", AgentNo::new),
        row.text("via", RatingVia::valueOf),
        row.time("at"));
  }

  private static CallQuality quality(Row row) throws SQLException {
    return new CallQuality(
        row.text("agent_no", AgentNo::new),
        row.time("since"),
        row.real("seconds"),
        row.real("loss_percent"),
        row.real("jitter_ms"),
        row.maybe("round_trip_ms", Double::valueOf),
        row.real("mos"),
        row.real("mos_lowest"));
  }

  List<Offered> offers(CallId call) {
    return offers.getOrDefault(call.value(), List.of());
  }

  List<Overflown> overflows(CallId call) {
    return overflows.getOrDefault(call.value(), List.of());
  }

  List<Visited> nodes(CallId call) {
    return nodes.getOrDefault(call.value(), List.of());
  }

  List<Recording> recordings(CallId call) {
    return recordings.getOrDefault(call.value(), List.of());
  }

  List<WorkOrderNo> workOrders(CallId call) {
    return workOrders.getOrDefault(call.value(), List.of());
  }

  List<TalkPart> talkParts(CallId call) {
    return talkParts.getOrDefault(call.value(), List.of());
  }

  Optional<Survey> survey(CallId call) {
    return surveys.getOrDefault(call.value(), List.of()).stream().findFirst();
  }

  List<CallQuality> quality(CallId call) {
    return quality.getOrDefault(call.value(), List.of());
  }
}
