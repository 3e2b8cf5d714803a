package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who does not serve callers is told enough to tell one from the next, and no more. */
final class PersonalDataTest {
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 测试用户, 00000000001, 示例市示例区示例路1号",
    "2001, 测试用户, 00000000001, 示例市示例区示例路1号",
    "9001, 测试用户, 00000000001, 示例市示例区示例路1号",
    "3001, 测**户, 000****0001, 示例市示例区***",
  })
  void aWorkOrderTellsEachRoleWhatItNeeds(String who, String name, String phone, String address)
      throws Exception {
    when(web.form.orders.list(any())).thenReturn(List.of(order()));
    var told = TestWeb.json(web.get(who, "/api/v1/work-orders")).at("/workOrders/0");
    assertThat(told.path("contactName").asString()).isEqualTo(name);
    assertThat(told.path("contactPhone").asString()).isEqualTo(phone);
    assertThat(told.path("address").asString()).isEqualTo(address);
  }

  @Test
  void anEventIsToldToEachAsAnAnswerWouldBe() {
    var told = EventJson.of(new DeskEvent.WorkOrderChanged(TestWeb.NOW, order()));
    assertThat(Json.write(told, Role.SUPERVISOR).toString()).contains("\"00000000001\"");
    assertThat(Json.write(told, Role.QUALITY).toString())
        .contains("\"000****0001\"")
        .doesNotContain("00000000001");
  }

  @ParameterizedTest
  @CsvSource({"李, 李", "李四, 李*", "王小明, 王*明", "'', ''"})
  void aMaskedNameKeepsItsEnds(String name, String masked) {
    assertThat(Masked.name(name)).isEqualTo(masked);
  }

  private static WorkOrder order() {
    var form =
        new WorkOrderForm(
            "inquiry.other",
            Optional.empty(),
            Optional.empty(),
            Optional.of("测试用户"),
            "00000000001",
            Optional.of("示例市示例区示例路1号"),
            Optional.empty(),
            Optional.empty(),
            "咨询");
    return new WorkOrder(
        new WorkOrderNo("20261121000001"),
        form,
        WorkOrderStatus.TO_DISPATCH,
        Urgency.NORMAL,
        TestWeb.NOW,
        "1001",
        WorkOrderSource.AGENT,
        Optional.empty(),
        List.of(),
        List.of());
  }
}
