package io.voltline.engine.shift;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.AgentState;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.shift.WorkLog.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WorkWatchTest {
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final Optional<CallId> CALL = Optional.of(new CallId("vl1-1.1"));
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private final WorkLog log = mock();
  private final WorkWatch watch = new WorkWatch(log);

  @Test
  void aTalkItsHoldAndTheAfterCallWorkAreKeptEachForItself() {
    is(AgentState.RINGING, 0, CALL);
    is(AgentState.TALKING, 5, CALL);
    is(AgentState.HELD, 30, CALL);
    is(AgentState.TALKING, 40, CALL);
    is(AgentState.ACW, 65, CALL);
    is(AgentState.IDLE, 95, Optional.empty());
    is(AgentState.BUSY, 99, Optional.empty());

    verify(log).worked(AGENT, Kind.TALK, CALL, at(5), at(30));
    verify(log).worked(AGENT, Kind.HOLD, CALL, at(30), at(40));
    verify(log).worked(AGENT, Kind.TALK, CALL, at(40), at(65));
    verify(log).worked(AGENT, Kind.ACW, CALL, at(65), at(95));
    verifyNoMoreInteractions(log);
  }

  @Test
  void whatChangesDuringATalkEndsItNot() {
    is(AgentState.TALKING, 0, CALL);
    is(AgentState.TALKING, 0, CALL);
    is(AgentState.SIGNED_OUT, 20, Optional.empty());
    verify(log).worked(AGENT, Kind.TALK, CALL, at(0), at(20));
    verifyNoMoreInteractions(log);
  }

  private void is(AgentState state, int second, Optional<CallId> call) {
    watch.changed(
        new AgentView(AGENT, state, Optional.empty(), at(second), Optional.empty(), true, call));
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
