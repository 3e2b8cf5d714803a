package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.dispatch.journal.Replay;
import io.voltline.engine.dispatch.journal.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands on to a journal and remembers every command as replay would print it. */
final class WrittenDown implements Journal {
  final List<String> commands = new ArrayList<>();
  private final Journal journal;

  WrittenDown(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void begins(RoutingProfile profile, OfferId lastOffer) {
    journal.begins(profile, lastOffer);
  }

  @Override
  public void saw(Event event, List<Command> given) {
    commands.addAll(Told.commands(new Replay.Step(event, given, Optional.empty(), true)));
    journal.saw(event, given);
  }
}
