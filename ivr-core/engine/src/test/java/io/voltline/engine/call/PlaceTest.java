package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final Place PLACE =
      new Place(
          new QueueId("fault"),
          Demand.parse("fault:3+english:2|general"),
          4,
          Instant.ofEpochMilli(1_000),
          Language.EN,
          new CallerDirectory.Known(
              Optional.of(new AccountNo("9900000004")),
              true,
              List.of(new AgentNo("1002"), new AgentNo("1001"))),
          List.of("welcome", "agent"));

  private final ScriptedCaller channel = new ScriptedCaller("");

  @Test
  void theNextEngineAsksRoutingForTheSame() throws CallerGone {
    PLACE.writeTo(channel);
    assertThat(Place.readFrom(channel)).contains(PLACE);
    assertThat(Place.readFrom(channel).orElseThrow().request()).isEqualTo(PLACE.request());
  }

  @Test
  void aCallerOfWhomNothingIsKnownHasAPlaceToo() throws CallerGone {
    var unknown =
        new Place(
            PLACE.queue(),
            PLACE.demand(),
            0,
            PLACE.queuedAt(),
            Language.ZH,
            CallerDirectory.Known.NOTHING,
            PLACE.path());
    unknown.writeTo(channel);
    assertThat(Place.readFrom(channel)).contains(unknown);
  }

  @Test
  void anotherQueueChangesWhatIsAskedAndNothingElse() throws CallerGone {
    PLACE.writeTo(channel);
    Place moved = PLACE.in(new QueueId("general"), Demand.parse("general"));
    moved.writeQueueTo(channel);
    assertThat(Place.readFrom(channel)).contains(moved);
    assertThat(moved.queuedAt()).isEqualTo(PLACE.queuedAt());
  }
}
