package io.voltline.engine.store;

import io.voltline.domain.customer.AccountManager;
import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The seven demo customers by name; what happened to them is in {@link DemoStories}. */
final class DemoCustomers {
  private DemoCustomers() {}

  static AccountNo account(int number) {
    return new AccountNo("99000%05d".formatted(number));
  }

  static PhoneNumber phone(int number) {
    return new PhoneNumber("%011d".formatted(number));
  }

  static String transformerArea(int number) {
    return "演示台区%d".formatted(number);
  }

  static List<Customer> all() {
    return List.of(
        home(1, "测试客户一", "示例市样板区光明路1号", Area.TOWN, CreditGrade.AA, "126.40", false),
        home(2, "测试客户二", "示例市样板区光明路2号", Area.TOWN, CreditGrade.A, "58.00", false),
        home(3, "测试客户三", "示例市样板区光明路3号", Area.TOWN, CreditGrade.B, "-86.40", true),
        new Customer(
            account(4),
            "测试大客户四（示例机械厂）",
            List.of(phone(4)),
            "示例市工业区样板大道4号",
            Area.TOWN,
            CustomerClass.KEY,
            CreditGrade.AAA,
            yuan("258000.00"),
            false,
            OptionalInt.of(2_500),
            false,
            Optional.of(new AccountManager("测试客户经理", "00000090001")),
            "M0000000004",
            transformerArea(4),
            "示例工业供电所"),
        home(5, "测试客户五", "示例县样板乡示范村5号", Area.COUNTRY, CreditGrade.A, "33.20", false),
        home(6, "测试客户六", "示例县远山乡演示屯6号", Area.REMOTE, CreditGrade.A, "71.55", false),
        new Customer(
            account(7),
            "测试重要客户七（示例医院）",
            List.of(phone(7)),
            "示例市样板区健康路7号",
            Area.TOWN,
            CustomerClass.CRITICAL,
            CreditGrade.AAA,
            yuan("91000.00"),
            false,
            OptionalInt.of(1_600),
            true,
            Optional.of(new AccountManager("测试客户经理", "00000090001")),
            "M0000000007",
            transformerArea(7),
            "示例城区供电所"));
  }

  private static Customer home(
      int number,
      String name,
      String address,
      Area area,
      CreditGrade grade,
      String balance,
      boolean cutOff) {
    return new Customer(
        account(number),
        name,
        List.of(phone(number)),
        address,
        area,
        CustomerClass.RESIDENTIAL,
        grade,
        yuan(balance),
        cutOff,
        OptionalInt.empty(),
        false,
        Optional.empty(),
        "M%010d".formatted(number),
        transformerArea(number),
        area == Area.TOWN ? "示例城区供电所" : "示例乡镇供电所");
  }

  private static Money yuan(String text) {
    return new Money(new BigDecimal(text));
  }
}
