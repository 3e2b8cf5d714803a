package io.voltline.domain.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Bilingual;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkOrderNoTest {

  @Test
  void aNumberTellsItsDayAndPlace() {
    assertThat(WorkOrderNo.of(LocalDate.of(2026, 11, 21), 42)).hasToString("20261121000042");
  }

  @Test
  void aDayThatIsFullIsRefused() {
    assertThatThrownBy(() -> WorkOrderNo.of(LocalDate.of(2026, 11, 21), 1_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTreeWithATypeTwiceIsRefusedByName() {
    var type =
        new WorkOrderType(
            "praise", new Bilingual("表扬", "Praise"), Urgency.NORMAL, List.of(), List.of());
    assertThatThrownBy(() -> new WorkOrderTypes(List.of(type, type)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("praise");
  }

  @Test
  void whatACallerTypesMayBeNoNumber() {
    assertThat(WorkOrderNo.parse("20261121000001")).contains(new WorkOrderNo("20261121000001"));
    assertThat(WorkOrderNo.parse("2026112100000")).isEmpty();
    assertThat(WorkOrderNo.parse("")).isEmpty();
  }
}
