package io.voltline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time spent up to a moment, in hundredths of a second: of the whole machine and of some
 * processes.
 */
public record CpuUse(long total, long idle, Map<String, Long> processes) {

  /**
   * Reads the clocks.
   *
   * @param pids the processes to be told apart, by name
   */
  public static CpuUse now(Map<String, Long> pids) {
    // cpu user nice system idle iowait irq softirq steal; guest time is in user already.
    long[] machine =
        Arrays.stream(read("/proc/stat").lines().findFirst().orElseThrow().split("\\s+", -1))
            .skip(1)
            .limit(8)
            .mapToLong(Long::parseLong)
            .toArray();
    var spent = new LinkedHashMap<String, Long>();
    pids.forEach((name, pid) -> spent.put(name, of(pid)));
    return new CpuUse(Arrays.stream(machine).sum(), machine[3] + machine[4], spent);
  }

  private static long of(long pid) {
    String stat = read("/proc/" + pid + "/stat");
    // Behind the name in brackets; utime and stime are the 14th and 15th of all.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  /**
   * How many cores were busy between two moments, by process; "house" is all of them together and
   * "others" whoever else was at work on the machine.
   */
  public static Map<String, Double> cores(CpuUse from, CpuUse to) {
    int all = Runtime.getRuntime().availableProcessors();
    double hundredths = (to.total - from.total) / (double) all;
    double busy = all - (to.idle - from.idle) / hundredths;
    var cores = new LinkedHashMap<String, Double>();
    to.processes.forEach(
        (name, spent) ->
            cores.put(name, (spent - from.processes.getOrDefault(name, 0L)) / hundredths));
    double house = cores.values().stream().mapToDouble(Double::doubleValue).sum();
    cores.put("house", house);
    cores.put("others", busy - house);
    return cores;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
