package io.voltline.engine.web;

import io.voltline.domain.customer.AccountManager;
import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.RecentCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The contract's CustomerView. */
record CustomerJson(
    AccountNo accountNo,
    Personal name,
    List<PhoneNumber> phones,
    Personal address,
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
    String supplyStation,
    List<WorkOrderJson> openWorkOrders,
    List<Outage> outages,
    List<Recent> recentCalls) {

  /** The contract's RecentCall. */
  record Recent(CallId callId, Instant arrivedAt, Optional<AgentNo> answeredBy) {
    static Recent of(RecentCall call) {
      return new Recent(call.call(), call.arrivedAt(), call.answeredBy());
    }
  }

  static CustomerJson of(CustomerView view) {
    var customer = view.customer();
    return new CustomerJson(
        customer.accountNo(),
        Personal.name(customer.name()),
        customer.phones(),
        Personal.place(customer.address()),
        customer.area(),
        customer.customerClass(),
        customer.creditGrade(),
        customer.balance(),
        customer.cutOff(),
        customer.capacityKva(),
        customer.dualSupply(),
        customer.accountManager(),
        customer.meterNo(),
        customer.transformerArea(),
        customer.supplyStation(),
        WorkOrderJson.of(view.openWorkOrders()),
        view.outages(),
        view.recentCalls().stream().map(Recent::of).toList());
  }
}
