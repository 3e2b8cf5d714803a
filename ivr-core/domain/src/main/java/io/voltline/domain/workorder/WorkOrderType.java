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
 */
public record WorkOrderType(
    String id, Bilingual name, Urgency urgency, List<WorkOrderType> children) {
  private static final Set<String> ANONYMOUS = Set.of("complaint", "tip-off");

  public WorkOrderType {
    children = List.copyOf(children);
  }

  /** Whether who reports may stay unknown: complaints and tip-offs, of which nobody has to fear. */
  public boolean mayBeAnonymous() {
    return ANONYMOUS.contains(id.split("\\.", 2)[0]);
  }
}
