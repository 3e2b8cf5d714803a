package io.voltline.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import io.voltline.domain.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** One block of settings; each getter checks its range and blames key, file and line. */
final class Section {
  private final Config config;
  private final String path;

  Section(Config root, String path) {
    this.config = root;
    this.path = path;
  }

  Section in(String name) {
    return new Section(config, key(name));
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

  Duration duration(String name, Duration from, Duration to) {
    Duration value = read(name, Config::getDuration);
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      throw blame(name, shown(value) + " is not within " + shown(from) + " to " + shown(to));
    }
    return value;
  }

  /** Every key and value of a block whose keys are free. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : read(name, Config::getObject).keySet()) {
      texts.put(key, in(name).text(key));
    }
    return texts;
  }

  /** A wrong value of this key, told with its place. */
  SettingsException blame(String name, String problem) {
    return new SettingsException(
        key(name) + ": " + problem + " (" + place(config.getValue(key(name)).origin()) + ")");
  }

  private String key(String name) {
    return path + "." + name;
  }

  private <T> T read(String name, BiFunction<Config, String, T> getter) {
    try {
      return getter.apply(config, key(name));
    } catch (ConfigException.Null e) {
      throw new SettingsException(key(name) + ": must be set, it has no default");
    } catch (ConfigException.WrongType | ConfigException.BadValue e) {
      throw blame(name, "'" + config.getValue(key(name)).unwrapped() + "' is of the wrong kind");
    } catch (ConfigException.Missing e) {
      throw new SettingsException(key(name) + ": must be set");
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
