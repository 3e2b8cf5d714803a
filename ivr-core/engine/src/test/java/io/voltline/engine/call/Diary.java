package io.voltline.engine.call;

import io.voltline.domain.routing.QueueRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Neighbours that write down, in one list, what they were told; times are left out. */
final class Diary {

  final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

  /** The next call of this method throws and is not written down. */
  void failOnce(String method, RuntimeException failure) {
    failures.put(method, failure);
  }

  /** A port whose every method is written down as {@code name.method arguments}. */
  <T> T of(String name, Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              write(name + "." + method.getName(), arguments == null ? new Object[0] : arguments);
              return null;
            }));
  }

  void write(String what, Object... arguments) {
    RuntimeException failure = failures.remove(what);
    if (failure != null) {
      throw failure;
    }
    String told =
        Arrays.stream(arguments)
            .filter(argument -> !(argument instanceof Instant))
            .map(argument -> argument instanceof CallObserver.Pop pop ? pop.agent() : argument)
            .map(argument -> argument instanceof QueueRequest r ? shortly(r) : argument)
            .map(String::valueOf)
            .filter(argument -> !argument.equals(ScriptedCaller.ID.value()))
            .collect(Collectors.joining(" "));
    lines.add((what + " " + told).strip());
  }

  private static String shortly(QueueRequest request) {
    return request.queue()
        + " "
        + request.demand()
        + " "
        + request.priority()
        + (request.keyCustomer() ? " key" : "")
        + (request.preferred().isEmpty() ? "" : " " + request.preferred());
  }

  /** The lines that begin so. */
  List<String> of(String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).toList();
  }
}
