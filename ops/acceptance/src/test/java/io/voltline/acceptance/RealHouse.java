package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the house and a {@link Scene} of their own. The house is brought up by {@code ops/up}
 * at the first test, in a home of its own beside whatever runs on the machine, and taken down after
 * the last. With {@code -Dvoltline.home=DIR} the tests go to the house that stands there instead
 * and leave it up; {@code -Dvoltline.offset=N} moves the ports. A house of the tests' own stands
 * where it is noon, for much of what it does, it does by day only.
 */
public final class RealHouse implements ParameterResolver, AfterEachCallback {
  private static final ExtensionContext.Namespace MINE =
      ExtensionContext.Namespace.create(RealHouse.class);
  private static final int LOG_LINES = 40;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == House.class || type == Scene.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    House house = house(context);
    return parameter.getParameter().getType() == House.class
        ? house
        : context.getStore(MINE).computeIfAbsent("scene", _ -> new Scene(house), Scene.class);
  }

  /** A test that failed shows what the house's parts said last. */
  @Override
  public void afterEach(ExtensionContext context) {
    context
        .getExecutionException()
        .ifPresent(
            _ ->
                Stream.of("engine", "asterisk")
                    .map(part -> house(context).var().resolve("log").resolve(part))
                    .forEach(RealHouse::showLogs));
  }

  private static House house(ExtensionContext context) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, MINE)
        .computeIfAbsent("house", _ -> new Standing(), Standing.class)
        .house;
  }

  private static void showLogs(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path log : files.filter(Files::isRegularFile).toList()) {
        List<String> lines = Files.readAllLines(log);
        System.out.println("---- end of " + log.getFileName());
        lines
            .subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
            .forEach(System.out::println);
      }
    } catch (IOException e) {
      System.out.println("---- no log: " + e);
    }
  }

  /** The house of all test classes of this process; JUnit closes it after the last of them. */
  private static final class Standing implements AutoCloseable {
    private static final String GIVEN = System.getProperty("voltline.home", "");

    /** Houses that stand side by side in one run, and how far their ports are apart. */
    private static final int FORK = Integer.getInteger("voltline.fork", 1) - 1;

    private static final int BESIDE = 500;

    private final House house;

    Standing() {
      house =
          new House(
              Path.of(System.getProperty("voltline.root")).toAbsolutePath().normalize(),
              GIVEN.isEmpty() ? freshHome() : Path.of(GIVEN),
              "127.0.0.1",
              Integer.getInteger("voltline.offset", 14_000) + BESIDE * FORK);
      if (GIVEN.isEmpty()) {
        TimeOfDay.NOON.in(house);
      }
      house.up();
    }

    @Override
    public void close() {
      if (GIVEN.isEmpty()) {
        house.downNow();
        delete(house.home());
      }
    }

    private static Path freshHome() {
      try {
        return Files.createTempDirectory("voltline-acceptance-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path directory) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
