package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.call.Surveys;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.upkeep.Periodic;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the records of calls whose engine was killed. The rule: a call that an earlier life of the
 * engine left open and that the switch no longer has ended with ENGINE_LOST at the moment this was
 * found. A call that is still live is looked at again a minute later; one that a caller's channel
 * brings back is open again. A caller who had talked is asked by message how the talk was.
 */
public final class LostCalls implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LostCalls.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final EngineRun run;
  private final LiveCalls live;
  private final Surveys surveys;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("lost-calls", EVERY, this::look);

  public LostCalls(
      Database database, EngineRun run, LiveCalls live, Surveys surveys, InstantSource clock) {
    this.database = database;
    this.run = run;
    this.live = live;
    this.surveys = surveys;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  boolean look() {
    try {
      open().stream().filter(call -> !live.mayBeLive(call)).forEach(this::close);
      return live.known();
    } catch (Unavailable down) {
      log.debug("no look for lost calls: {}", down.getMessage());
      return false;
    }
  }

  private List<CallId> open() {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT call_id FROM call_record WHERE ended_at IS NULL AND engine_run < ?",
                    run.id())
                .map((rs, ctx) -> new CallId(rs.getString("call_id")))
                .list());
  }

  private void close(CallId call) {
    int closed =
        database.transaction(
            handle -> {
              handle.execute(
                  """
                  UPDATE call_offer SET outcome = 'CALLER_LEFT', ended_at = ?
                  WHERE call_id = ? AND engine_run < ? AND outcome = 'RINGING'
                  """,
                  clock.instant(),
                  call,
                  run.id());
              return handle.execute(
                  """
                  UPDATE call_record SET ended_at = ?, end_reason = ?
                  WHERE call_id = ? AND ended_at IS NULL AND engine_run < ?
                  """,
                  clock.instant(),
                  EndReason.ENGINE_LOST.name(),
                  call,
                  run.id());
            });
    if (closed > 0) {
      log.warn("call {} ended while no engine had it", call);
      talk(call).ifPresent(surveys::notAsked);
    }
  }

  /**
   * Empty for lines that stood in for customers, who may not have been reached: they have no path.
   */
  private Optional<Surveys.Talk> talk(CallId call) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT caller, answered_by, COALESCE(language, 'ZH') AS language
                    FROM call_record WHERE call_id = ? AND answered_by IS NOT NULL
                      AND EXISTS (SELECT 1 FROM call_node WHERE call_node.call_id = call_record.call_id)
                    """,
                    call)
                .map((rs, ctx) -> talk(call, new Row(rs)))
                .findOne());
  }

  private static Surveys.Talk talk(CallId call, Row row) throws SQLException {
    return new Surveys.Talk(
        call,
        row.text("caller"),
        row.text("answered_by", AgentNo::new),
        row.text("language", Language::valueOf));
  }

  @Override
  public void close() {
    looks.close();
  }
}
