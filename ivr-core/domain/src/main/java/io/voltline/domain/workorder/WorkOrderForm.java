package io.voltline.domain.workorder;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import java.util.Optional;

/**
 * What an agent fills in for a customer.
 *
 * @param type an id of the type tree
 * @param contactPhone as the customer gave it
 */
public record WorkOrderForm(
    String type,
    Optional<AccountNo> accountNo,
    Optional<CallId> callId,
    Optional<String> contactName,
    String contactPhone,
    Optional<String> address,
    Optional<Area> area,
    Optional<Urgency> urgency,
    String description) {}
