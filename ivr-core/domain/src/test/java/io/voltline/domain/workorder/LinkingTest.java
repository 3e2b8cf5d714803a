package io.voltline.domain.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkingTest {
  private static final Instant NOW = Instant.parse("2026-09-18T02:00:00Z");

  @Test
  void anAccountIsLinkedOnceWhateverTheCall() {
    var step = link(order(List.of()), "9900000002", "vl1-1.1").orElseThrow();
    assertThat(step.action()).isEqualTo("link");
    assertThat(step.status()).isEqualTo(WorkOrderStatus.IN_WORK);
    assertThat(step.note().orElseThrow()).contains("9900000002").contains("vl1-1.1").endsWith("没电");
    var linked = order(List.of(step));
    assertThat(link(linked, "9900000002", "vl1-2.2")).isEmpty();
    assertThat(link(linked, "9900000003", "vl1-1.1")).isPresent();
  }

  private static Optional<WorkOrderStep> link(WorkOrder parent, String account, String call) {
    return Linking.of(
        parent, new AccountNo(account), new CallId(call), Optional.of("没电"), "ivr", NOW);
  }

  private static WorkOrder order(List<WorkOrderStep> links) {
    var accepted =
        new WorkOrderStep(
            NOW, "system", "accept", WorkOrderStatus.TO_DISPATCH, Optional.of("户号9900000002来电"));
    return new WorkOrder(
        new WorkOrderNo("20260918000001"),
        new WorkOrderForm(
            "fault-repair.several-premises",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "演示"),
        WorkOrderStatus.IN_WORK,
        Urgency.IMPORTANT,
        NOW,
        "system",
        WorkOrderSource.SYSTEM,
        Optional.empty(),
        List.of(),
        Stream.concat(Stream.of(accepted), links.stream()).toList());
  }
}
