package io.voltline.engine.boot;

import io.voltline.engine.config.Settings;
import io.voltline.engine.config.SettingsException;
import io.voltline.engine.config.SettingsLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    description = {
      "Runs the engine until it is told to stop (SIGTERM), then lets talks end.",
      "Environment: VOLTLINE_CONFIG, a file over the documented defaults; VOLTLINE_DB_URL and"
          + " VOLTLINE_REDIS_URL over both."
    },
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    long begun = System.nanoTime();
    Settings settings;
    try {
      settings = SettingsLoader.load(System.getenv());
    } catch (SettingsException e) {
      System.err.println("voltline: " + e.getMessage());
      return 2;
    }
    // Before the first logger is made: the log's folder is a setting.
    System.setProperty("voltline.log", settings.paths().log().toString());
    System.setProperty("logback.configurationFile", "logback-serve.xml");
    return serve(settings, begun);
  }

  private static int serve(Settings settings, long begun) throws InterruptedException {
    Logger log = LoggerFactory.getLogger(Serve.class);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> log.error("thread {} died", thread.getName(), e));
    Engine engine;
    try {
      engine = Engine.start(settings);
    } catch (StartFailed e) {
      log.error("the engine can't start: {}", e.getMessage(), e);
      return 1;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  engine.close();
                  stopped.countDown();
                },
                "stop"));
    log.info(
        "Voltline {} serves after {} ms", Version.text(), (System.nanoTime() - begun) / 1_000_000);
    stopped.await();
    return 0;
  }
}
