package io.voltline.domain.workorder;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a work order's history.
 *
 * @param by the agent's number, or the code of a {@link WorkOrderSource}
 * @param action an action's code, {@code accept} for the first entry, {@link Urging#ACTION} or
 *     {@link Linking#ACTION}
 * @param status after the action
 */
public record WorkOrderStep(
    Instant at, String by, String action, WorkOrderStatus status, Optional<String> note) {}
