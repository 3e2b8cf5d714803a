package io.voltline.domain.customer;

import io.voltline.domain.kernel.AccountNo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One account and the premise it supplies.
 *
 * @param balance negative when in arrears
 * @param cutOff supply was cut for arrears
 * @param capacityKva installed capacity, for power users
 * @param dualSupply fed from two sources
 */
public record Customer(
    AccountNo accountNo,
    String name,
    List<PhoneNumber> phones,
    String address,
    Area area,
    CustomerClass customerClass,
    CreditGrade creditGrade,
    Money balance,
    boolean cutOff,
    OptionalInt capacityKva,
    boolean dualSupply,
    Optional<AccountManager> accountManager,
    String meterNo,
    String transformerArea,
    String supplyStation) {
  public Customer {
    phones = List.copyOf(phones);
  }
}
