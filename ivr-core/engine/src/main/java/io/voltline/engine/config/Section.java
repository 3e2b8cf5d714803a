package io.voltline.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.voltline.domain.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One block of settings; each getter checks its range and blames key, file and line. */
final class Section {
  private final Config config;
  private final String path;

  /**
   * A block.
   *
   * @param path where it stands, for people
   */
  Section(Config block, String path) {
    this.config = block;
    this.path = path;
  }

  Section in(String name) {
    return new Section(read(name, Config::getConfig), key(name));
  }

  /** The blocks of a list. */
  List<Section> each(String name) {
    List<Section> blocks = new ArrayList<>();
    for (Config block : read(name, Config::getConfigList)) {
      blocks.add(new Section(block, key(name) + "." + blocks.size()));
    }
    return blocks;
  }

  /** Whether it is there and not null. */
  boolean has(String name) {
    return config.hasPath(name);
  }

  /** The keys of a block whose keys are free, but for those that are null. */
  List<String> keys() {
    return config.root().entrySet().stream()
        .filter(e -> e.getValue().valueType() != ConfigValueType.NULL)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Refuses every key but these. */
  void nothingBut(Set<String> names) {
    for (String key : keys()) {
      if (!names.contains(key)) {
        throw blame(key, "no such option");
      }
    }
  }

  boolean isText(String name) {
    return config.getValue(name).valueType() == ConfigValueType.STRING;
  }

  boolean flag(String name) {
    return read(name, Config::getBoolean);
  }

  List<String> texts(String name) {
    return read(name, Config::getStringList);
  }

  String text(String name) {
    return read(name, Config::getString);
  }

  Secret secret(String name) {
    return new Secret(text(name));
  }

  Path path(String name) {
    return Path.of(text(name));
  }

  int port(String name) {
    return number(name, 1, 65_535);
  }

  int number(String name, int from, int to) {
    int value = read(name, Config::getInt);
    if (value < from || value > to) {
      throw blame(name, value + " is not within " + from + " to " + to);
    }
    return value;
  }

  double real(String name, double from, double to) {
    double value = read(name, Config::getDouble);
    if (!(from <= value && value <= to)) {
      throw blame(name, value + " is not within " + from + " to " + to);
    }
    return value;
  }

  Duration duration(String name, Duration from, Duration to) {
    Duration value = read(name, Config::getDuration);
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      throw blame(name, shown(value) + " is not within " + shown(from) + " to " + shown(to));
    }
    return value;
  }

  List<Duration> durations(String name, Duration from, Duration to) {
    List<Duration> values = read(name, Config::getDurationList);
    values.stream()
        .filter(value -> value.compareTo(from) < 0 || value.compareTo(to) > 0)
        .findFirst()
        .ifPresent(
            value -> {
              throw blame(
                  name, shown(value) + " is not within " + shown(from) + " to " + shown(to));
            });
    return values;
  }

  /**
   * A text that stands for something.
   *
   * @param value throws an IllegalArgumentException for a text that does not
   */
  <T> T value(String name, Function<String, T> value) {
    String text = text(name);
    try {
      return value.apply(text);
    } catch (IllegalArgumentException e) {
      throw blame(name, String.valueOf(e.getMessage()));
    }
  }

  /** A number of bytes, such as 64M. */
  long bytes(String name, long from, long to) {
    long value = read(name, Config::getBytes);
    if (value < from || value > to) {
      throw blame(name, value + " bytes are not within " + from + " to " + to);
    }
    return value;
  }

  long millis(String name, Duration from, Duration to) {
    return duration(name, from, to).toMillis();
  }

  /** A wrong value of this key, told with its place. */
  SettingsException blame(String name, String problem) {
    return new SettingsException(key(name) + ": " + problem + " (" + place(name) + ")");
  }

  /** Where a key is written; where it isn't, the innermost block that would hold it. */
  String place(String name) {
    ConfigValue at = config.root();
    for (String part : name.split("\\.", -1)) {
      ConfigValue next =
          switch (at) {
            case ConfigObject block -> block.get(part);
            case ConfigList list -> list.get(Integer.parseInt(part));
            default -> null;
          };
      if (next == null) {
        break;
      }
      at = next;
    }
    return place(at.origin());
  }

  private String key(String name) {
    return path + "." + name;
  }

  private <T> T read(String name, BiFunction<Config, String, T> getter) {
    try {
      return getter.apply(config, name);
    } catch (ConfigException.Null e) {
      throw new SettingsException(key(name) + ": must be set, it has no default");
    } catch (ConfigException.WrongType | ConfigException.BadValue e) {
      throw blame(name, "'" + config.getValue(name).unwrapped() + "' is of the wrong kind");
    } catch (ConfigException.Missing e) {
      throw blame(name, "must be set");
    }
  }

  static String place(ConfigOrigin origin) {
    return origin.filename() == null || origin.lineNumber() < 0
        ? origin.description()
        : origin.filename() + ", line " + origin.lineNumber();
  }

  private static String shown(Duration duration) {
    return duration.toMillis() % 1_000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }
}
