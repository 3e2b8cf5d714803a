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
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** 10,000 customers for volume, the same ones in every house. */
final class VolumeCustomers {
  private static final int COUNT = 10_000;
  private static final long SEED = 95_598;

  /** Leaves the first thousand numbers to customers made by hand. */
  private static final int FIRST = 1_001;

  private static final int PER_TRANSFORMER = 100;
  private static final List<CreditGrade> GOOD =
      List.of(CreditGrade.AAA, CreditGrade.AA, CreditGrade.A);

  private VolumeCustomers() {}

  static void load(Handle handle) {
    CustomerRows.insert(handle, all());
  }

  static List<Customer> all() {
    var random = new Random(SEED);
    return IntStream.range(0, COUNT).mapToObj(index -> customer(index, random)).toList();
  }

  private static Customer customer(int index, Random random) {
    int number = FIRST + index;
    int district = index / PER_TRANSFORMER;
    Area area = area(district);
    boolean key = random.nextInt(100) == 0;
    var balance = new Money(BigDecimal.valueOf(random.nextInt(-20_000, 80_000), 2));
    boolean arrears = balance.yuan().signum() < 0;
    return new Customer(
        new AccountNo("99000%05d".formatted(number)),
        "演示客户%05d".formatted(number),
        List.of(new PhoneNumber("000000%05d".formatted(number))),
        "示例市样板区演示路%d号%d单元%d室"
            .formatted(district + 1, random.nextInt(1, 7), random.nextInt(101, 1805)),
        area,
        key ? CustomerClass.KEY : CustomerClass.RESIDENTIAL,
        arrears ? CreditGrade.B : GOOD.get(random.nextInt(GOOD.size())),
        balance,
        arrears && random.nextInt(4) == 0,
        key ? OptionalInt.of(random.nextInt(20, 80) * 100) : OptionalInt.empty(),
        false,
        key
            ? Optional.of(new AccountManager("演示客户经理%02d".formatted(index % 20), "00000090001"))
            : Optional.empty(),
        "M%010d".formatted(number),
        "示例台区%03d".formatted(district + 1),
        "示例供电所%02d".formatted(district / 10 + 1));
  }

  private static Area area(int district) {
    return switch (district % 10) {
      case 9 -> Area.REMOTE;
      case 6, 7, 8 -> Area.COUNTRY;
      default -> Area.TOWN;
    };
  }
}
