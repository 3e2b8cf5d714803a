package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.RingObserver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class StandInsTest {
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo AGENT = new AgentNo("1011");
  private static final String CHANNEL = "Local/7@call-back-customer-0000000a;1";
  private static final String PHONE = "PJSIP/1011-00000001";

  private final StandIns standIns = new StandIns();
  private final Rings rings = new Rings();

  /** Its customer calls again: neither the line nor a ring for it is wanted, but a talk is one. */
  @Test
  void aLineGivesWayUntilAnAgentIsHeard() {
    standIns.here(CALL, CHANNEL);
    assertThat(standIns.idle(7, rings)).contains(CHANNEL);
    assertThat(standIns.notTalking(7, rings)).contains(CHANNEL);

    rings.begin(CALL, List.of(AGENT), Mockito.mock(RingObserver.class));
    assertThat(standIns.idle(7, rings)).isEmpty();
    assertThat(standIns.notTalking(7, rings)).contains(CHANNEL);

    rings.dialled(CALL, PHONE, "vl1-1.2", _ -> {});
    rings.dialEnded(CALL, PHONE, "vl1-1.2", "ANSWER");
    assertThat(standIns.notTalking(7, rings)).isEmpty();

    rings.end(CALL);
    assertThat(standIns.notTalking(7, rings)).contains(CHANNEL);
    standIns.over(CALL);
    assertThat(standIns.notTalking(7, rings)).isEmpty();
  }
}
