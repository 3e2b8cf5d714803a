package io.voltline.domain.workorder;

import io.voltline.domain.kernel.Bilingual;
import java.util.List;
import java.util.Set;

/**
 * A node of the tree of business types.
 *
 * @param id stable, lower-case words joined by hyphens; a child's begins with its parent's and a
 *     dot
 * @param urgency of an order of this type when nobody says otherwise
 * @param requires what an agent has to fill in for it beside what every order needs
 */
public record WorkOrderType(
    String id,
    Bilingual name,
    Urgency urgency,
    List<OrderField> requires,
    List<WorkOrderType> children) {
  private static final Set<String> ANONYMOUS = Set.of("complaint", "tip-off");

  public WorkOrderType {
    requires = List.copyOf(requires);
    children = List.copyOf(children);
  }

  /** What it requires and this form leaves open, in the order in which it is declared. */
  public List<OrderField> missingIn(WorkOrderForm form) {
    return requires.stream().filter(field -> field.missingIn(form)).toList();
  }

  /** Whether who reports may stay unknown: complaints and tip-offs, of which nobody has to fear. */
  public boolean mayBeAnonymous() {
    return ANONYMOUS.contains(id.split("\\.", 2)[0]);
  }
}
