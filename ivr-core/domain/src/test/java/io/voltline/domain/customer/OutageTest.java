package io.voltline.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.Bilingual;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Instant NOW = Instant.parse("2026-09-18T02:00:00Z");

  @Test
  void aTimeThatIsOverIsNotTold() {
    assertThat(outage("a", OutageKind.FAULT, -60, Optional.of(1L)).backAfter(NOW))
        .contains(NOW.plusSeconds(1));
    assertThat(outage("a", OutageKind.FAULT, -60, Optional.of(0L)).backAfter(NOW)).isEmpty();
    assertThat(outage("a", OutageKind.FAULT, -60, Optional.empty()).backAfter(NOW)).isEmpty();
  }

  @Test
  void theOneThatEndsLastIsToldAndNoneThatIsStillToCome() {
    var soon = outage("soon", OutageKind.FAULT, -60, Optional.of(60L));
    var late = outage("late", OutageKind.PLANNED, -60, Optional.of(600L));
    var unknown = outage("unknown", OutageKind.FAULT, -60, Optional.empty());
    var planned = outage("planned", OutageKind.PLANNED, 60, Optional.of(900L));
    var arrears = outage("arrears", OutageKind.ARREARS, -60, Optional.empty());
    assertThat(Outage.toTell(List.of(soon, late, planned, arrears), NOW)).contains(late);
    assertThat(Outage.toTell(List.of(unknown, late), NOW)).contains(unknown);
    assertThat(Outage.toTell(List.of(planned, arrears), NOW)).isEmpty();
  }

  private static Outage outage(String id, OutageKind kind, long began, Optional<Long> back) {
    return new Outage(
        id,
        kind,
        new Bilingual("演示", "demo"),
        NOW.plusSeconds(began),
        back.map(NOW::plusSeconds),
        Optional.empty());
  }
}
