package io.voltline.bench.pop;

import io.voltline.bench.CpuUse;
import io.voltline.bench.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A fresh server with every desk connected, for a slice of time after the other. */
final class Bout implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);

  /** Until the server knows what to do. */
  private static final Duration LEAD = Duration.ofMillis(100);

  private final ServerProcess server;
  private final DeskSide desks;
  private final Map<String, Long> pids;
  private int nextCall;

  Bout(ServerProcess server) throws IOException, InterruptedException {
    this.server = server;
    this.desks = new DeskSide(server.port());
    this.pids = Map.of("server", server.pid(), "desks", ProcessHandle.current().pid());
    desks.connect();
    long until = System.nanoTime() + LIMIT.toNanos();
    while (Integer.parseInt(server.ask("connected")) < Floor.AGENTS + Floor.SUPERVISORS) {
      if (System.nanoTime() > until) {
        throw new IOException(server.ask("connected") + " desks were let in within " + LIMIT);
      }
      Thread.sleep(LOOK);
    }
  }

  /** Connects desks that do not read. */
  void slow(int desksMore) {
    desks.connectSlow(desksMore);
  }

  /** Shows pops for a while and waits until they have come. */
  void slice(Load load, Duration lasting, Turn turn) throws IOException, InterruptedException {
    int pops = Math.toIntExact(load.perSecond() * lasting.toSeconds());
    var schedule =
        new Schedule(System.nanoTime() + LEAD.toNanos(), load.perSecond(), pops, nextCall);
    nextCall += pops;
    CpuUse before = CpuUse.now(pids);
    Arrivals arrivals = desks.expect(schedule);
    server.ask("run " + schedule.text());
    arrivals.await(LIMIT);
    turn.add(arrivals, CpuUse.cores(before, CpuUse.now(pids)), lasting.toMillis() / 1e3);
  }

  /** What the server sent first. */
  Samples samples() {
    return desks.samples();
  }

  /** Desks the server has closed because they did not read. */
  int closedAsSlow() throws IOException {
    return Integer.parseInt(server.ask("slow"));
  }

  @Override
  public void close() throws IOException {
    desks.close();
    server.close();
  }
}
