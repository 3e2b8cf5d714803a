package io.voltline.bench.agi;

import io.voltline.bench.CpuUse;
import io.voltline.bench.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A fresh server and the load on it, a slice of time after the other. */
final class Bout implements AutoCloseable {
  private final ServerProcess server;
  private final SwitchSide side;
  private final Map<String, Long> pids;
  private final Map<String, Double> cpuSeconds = new HashMap<>();
  private double seconds;

  Bout(ServerProcess server, Load load) throws IOException {
    this.server = server;
    this.side = new SwitchSide(server.port(), load);
    this.pids = Map.of("server", server.pid(), "switch", ProcessHandle.current().pid());
  }

  /** Lets the server compile what it runs; counts nothing. */
  void warmUp(Duration lasting) throws IOException {
    try (var busy = new SwitchSide(server.port(), Load.BUSY)) {
      busy.run(lasting);
    }
  }

  void slice(Duration lasting) throws IOException {
    long began = System.nanoTime();
    CpuUse before = CpuUse.now(pids);
    side.run(lasting);
    double took = (System.nanoTime() - began) / 1e9;
    CpuUse.cores(before, CpuUse.now(pids))
        .forEach((who, cores) -> cpuSeconds.merge(who, cores * took, Double::sum));
    seconds += took;
  }

  Turn turn() {
    return new Turn(
        side.tally(), seconds, Map.copyOf(cpuSeconds), Runtime.getRuntime().availableProcessors());
  }

  @Override
  public void close() throws IOException {
    side.close();
    server.close();
  }
}
