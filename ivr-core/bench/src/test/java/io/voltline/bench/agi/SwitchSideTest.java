package io.voltline.bench.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each way a session may end is told apart. */
class SwitchSideTest {
  private static final List<String> IVR =
      List.of(
          "ANSWER",
          "STREAM FILE \"a\" \"\"",
          "WAIT FOR DIGIT 1",
          "GET VARIABLE \"a\"",
          "SET VARIABLE \"a\" \"1\"");
  private static final Load LOAD = new Load(3, Duration.ofMillis(5));
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

  SwitchSideTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    listening.close();
  }

  @Test
  void served() throws IOException {
    Tally tally = against(IVR);
    assertThat(tally.count(Tally.End.SERVED)).isGreaterThanOrEqualTo(LOAD.atOnce());
    assertThat(tally.failed()).isZero();
    assertThat(tally.mostInService()).isBetween(1, LOAD.atOnce());
    assertThat(tally.perSecond()).isPositive();
  }

  @Test
  void brokenOff() throws IOException {
    onlyFails(against(IVR.subList(0, 4)), Tally.End.BROKEN_OFF);
  }

  @Test
  void rejected() throws IOException {
    onlyFails(against(List.of()), Tally.End.REJECTED);
  }

  @Test
  void refused() throws IOException {
    listening.close();
    onlyFails(run(), Tally.End.REFUSED);
  }

  private static void onlyFails(Tally tally, Tally.End end) {
    assertThat(tally.failed()).isPositive().isEqualTo(tally.count(end));
    assertThat(tally.count(Tally.End.SERVED)).isZero();
  }

  private Tally against(List<String> commands) throws IOException {
    Thread.startVirtualThread(() -> accept(commands));
    return run();
  }

  private Tally run() throws IOException {
    try (var side = new SwitchSide(listening.getLocalPort(), LOAD)) {
      side.run(SHORT);
      return side.tally();
    }
  }

  private void accept(List<String> commands) {
    try {
      while (true) {
        Socket call = listening.accept();
        Thread.startVirtualThread(() -> serve(call, commands));
      }
    } catch (IOException e) {
      assertThat(listening.isClosed()).isTrue();
    }
  }

  private static void serve(Socket call, List<String> commands) {
    try (call;
        var in =
            new BufferedReader(
                new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8))) {
      while (!in.readLine().isEmpty()) {}
      for (String command : commands) {
        call.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(in.readLine()).startsWith("200 result=");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
