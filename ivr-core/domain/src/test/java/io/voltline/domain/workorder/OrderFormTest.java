package io.voltline.domain.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFormTest {
  private static final Instant END = Instant.parse("2026-11-22T02:00:00Z");
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void aTypeNamesWhatItRequiresAndTheFormLeavesOpen() {
    var type =
        new WorkOrderType(
            "service-request.reconnection",
            new Bilingual("欠费复电", "Reconnection"),
            Urgency.IMPORTANT,
            List.of(
                OrderField.ACCOUNT_NO,
                OrderField.CONTACT_NAME,
                OrderField.ADDRESS,
                OrderField.AREA),
            List.of());
    assertThat(type.missingIn(form(Optional.empty(), Optional.of("示例路1号"))))
        .extracting(OrderField::code)
        .containsExactly("accountNo", "contactName", "area");
    var whole =
        new WorkOrderForm(
            type.id(),
            Optional.of(new AccountNo("9900000001")),
            Optional.empty(),
            Optional.of("测试客户一"),
            "00000000001",
            Optional.of("示例路1号"),
            Optional.of(Area.TOWN),
            Optional.empty(),
            "");
    assertThat(type.missingIn(whole)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, false", "180, 180, false", "181, 181, true", "-5, 0, false"})
  void anOrderIsLateAfterTheLimit(int secondsAfterTheEnd, int recorded, boolean late) {
    assertThat(Filing.of(Optional.of(END), END.plusSeconds(secondsAfterTheEnd), LIMIT))
        .isEqualTo(new Filing(Duration.ofSeconds(recorded), late));
  }

  @Test
  void anOrderSentWhileTheCallIsOnIsInTime() {
    assertThat(Filing.of(Optional.empty(), END, LIMIT)).isEqualTo(new Filing(Duration.ZERO, false));
  }

  @ParameterizedTest
  @CsvSource({
    "fault-repair.single-premise, fault-repair, true, true",
    "look-up.outage, look-up, false, true",
    "complaint.outage, complaint, false, true",
    "inquiry.prices, inquiry, false, false",
    "praise, praise, false, false"
  })
  void whatMayBeAlikeIsToldByTheType(
      String type, String branch, boolean neighbours, boolean outage) {
    assertThat(Alike.branch(type)).isEqualTo(branch);
    assertThat(Alike.sharedByNeighbours(type)).isEqualTo(neighbours);
    assertThat(Alike.mayBeAnOutage(type)).isEqualTo(outage);
  }

  private static WorkOrderForm form(Optional<AccountNo> account, Optional<String> address) {
    return new WorkOrderForm(
        "service-request.reconnection",
        account,
        Optional.empty(),
        Optional.empty(),
        "00000000001",
        address,
        Optional.empty(),
        Optional.empty(),
        "已缴费");
  }
}
