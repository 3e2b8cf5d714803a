package io.voltline.domain.workorder;

import io.voltline.domain.kernel.Bilingual;
import java.util.List;

/**
 * A node of the tree of business types.
 *
 * @param id stable, lower-case words joined by hyphens; a child's begins with its parent's and a
 *     dot
 * @param urgency of an order of this type when nobody says otherwise
 */
public record WorkOrderType(
    String id, Bilingual name, Urgency urgency, List<WorkOrderType> children) {
  public WorkOrderType {
    children = List.copyOf(children);
  }
}
