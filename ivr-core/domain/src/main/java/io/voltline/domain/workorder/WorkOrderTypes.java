package io.voltline.domain.workorder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree of business types, which is data. */
public final class WorkOrderTypes {
  private final List<WorkOrderType> roots;
  private final Map<String, WorkOrderType> byId = new HashMap<>();

  /** Refuses a tree in which an id stands twice, with an IllegalArgumentException that names it. */
  public WorkOrderTypes(List<WorkOrderType> roots) {
    this.roots = List.copyOf(roots);
    roots.forEach(this::index);
  }

  private void index(WorkOrderType type) {
    if (byId.put(type.id(), type) != null) {
      throw new IllegalArgumentException("work order type '" + type.id() + "' stands twice");
    }
    type.children().forEach(this::index);
  }

  public List<WorkOrderType> roots() {
    return roots;
  }

  /** The ids of all types, of roots and leaves. */
  public Set<String> ids() {
    return Set.copyOf(byId.keySet());
  }

  public Optional<WorkOrderType> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
