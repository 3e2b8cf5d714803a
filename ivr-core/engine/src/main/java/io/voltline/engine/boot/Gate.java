package io.voltline.engine.boot;

import io.voltline.engine.asterisk.AgiGate;
import io.voltline.engine.asterisk.Rings;
import io.voltline.engine.call.CallService;
import io.voltline.engine.config.Settings;
import io.voltline.engine.notice.Takes;
import io.voltline.engine.speech.NumberAnnouncements;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the door for callers, unless there is no flow to lead them through: then it stays shut, so
 * that the dialplan goes to another engine or to its fallback, and the engine is not ready.
 */
final class Gate implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gate.class);

  private final Flows flows;
  private final Settings settings;
  private final CallService calls;
  private final Rings rings;
  private final NumberAnnouncements numbers;
  private final Takes takes;
  private final InstantSource clock;
  private volatile Optional<AgiGate> door = Optional.empty();

  Gate(
      Flows flows,
      Settings settings,
      CallService calls,
      Rings rings,
      NumberAnnouncements numbers,
      Takes takes,
      InstantSource clock) {
    this.flows = flows;
    this.settings = settings;
    this.calls = calls;
    this.rings = rings;
    this.numbers = numbers;
    this.takes = takes;
    this.clock = clock;
  }

  void start() throws IOException {
    if (!flows.complete()) {
      log.error(
          "no calls are taken: {} holds no flow 'main' without a mistake",
          settings.paths().flows());
      return;
    }
    door =
        Optional.of(
            AgiGate.open(
                InetAddress.getLoopbackAddress(),
                settings.agi().port(),
                settings.agi().calls(),
                settings.paths().spool().toString(),
                calls::take,
                calls::goOn,
                rings,
                numbers::of,
                takes,
                clock));
  }

  /** Whether callers are let in. */
  boolean open() {
    return door.filter(AgiGate::listening).isPresent();
  }

  @Override
  public void close() {
    door.ifPresent(AgiGate::close);
  }
}
