package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Services;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.call.FlowCall;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderStore;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SelfServiceTest {
  private static final Duration LIMIT = Duration.ofMillis(100);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T02:00:00Z"));
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @Test
  void everyServiceOfTheCatalogueIsAnsweredAndNoOther() {
    try (var services = SelfService.of(books(), rules(), CLOCK, metrics)) {
      assertThat(services.names()).isEqualTo(Services.all().keySet());
    }
  }

  @Test
  void anAnswerIsToldAndCounted() {
    var told = new Input.Told("on", Map.of());
    assertThat(consult(question -> told)).isEqualTo(told);
    assertThat(metrics.get("voltline.services").tags("outcome", "on").timer().count()).isEqualTo(1);
  }

  @Test
  void aStoreThatIsDownOrAMistakeIsNeverTheCallers() {
    assertThat(
            consult(
                question -> {
                  throw new Unavailable("database", new IllegalStateException());
                }))
        .isEqualTo(Input.Told.failed());
    assertThat(consult(question -> new Input.Told(question.word("template"), Map.of())))
        .isEqualTo(Input.Told.failed());
    assertThat(metrics.get("voltline.services").tags("outcome", "failed").timer().count())
        .isEqualTo(2);
  }

  @Test
  void nobodyWaitsForAnAnswerThatTakesTooLong() {
    var heard = new CountDownLatch(1);
    Subject slow =
        () ->
            Map.of(
                "storm",
                question -> {
                  heard.await();
                  return new Input.Told("on", Map.of());
                });
    try (var services = new SelfService(List.of(slow), LIMIT, CLOCK, metrics)) {
      assertThat(services.consult(call(), new Action.Consult("storm", Map.of())))
          .isEqualTo(Input.Told.failed());
      heard.countDown();
    }
  }

  @Test
  void whatNobodyAnswersFails() {
    assertThat(consult("no-such-service", question -> new Input.Told("on", Map.of())))
        .isEqualTo(Input.Told.failed());
  }

  private Input.Told consult(Question.Answer answer) {
    return consult("storm", answer);
  }

  private Input.Told consult(String service, Question.Answer answer) {
    Subject subject = () -> Map.of("storm", answer);
    try (var services = new SelfService(List.of(subject), LIMIT, CLOCK, metrics)) {
      return services.consult(call(), new Action.Consult(service, Map.of()));
    }
  }

  private static FlowCall call() {
    return new FlowCall(
        new CallId("vl1-1.1"),
        "00000000001",
        Language.ZH,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Books books() {
    var orders =
        new WorkOrders(
            WorkOrderTypesFile.read(),
            mock(WorkOrderStore.class),
            UsualLimits.of(),
            mock(EventSink.class),
            CLOCK);
    return new Books(
        mock(), orders, mock(), mock(), mock(), mock(), mock(), mock(), mock(), mock(), mock(),
        mock(), mock());
  }

  private static ServiceRules rules() {
    return new ServiceRules(
        LIMIT,
        Duration.ofHours(2),
        Duration.ofMinutes(10),
        new CallBackRule(
            List.of(Duration.ofMinutes(5)),
            new Span(LocalTime.of(8, 0), LocalTime.of(21, 0)),
            ZoneId.of("Asia/Shanghai")),
        new QueueId("general"),
        () -> Demand.parse("general"));
  }
}
