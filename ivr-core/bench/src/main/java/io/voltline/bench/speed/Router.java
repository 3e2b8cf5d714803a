package io.voltline.bench.speed;

import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import java.util.List;

/** What is measured: the production class, or the one beside it. */
@FunctionalInterface
interface Router {
  List<Command> on(Event event);
}
