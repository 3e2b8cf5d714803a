package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines as they come over a real connection: in pieces, many at once, too long, too many. */
class AgiSocketTest {
  private static final int LONGEST = 16 * 1024;

  private final Socket far;
  private final Socket near;
  private final List<Boolean> closedWhenTold = new ArrayList<>();
  private final AgiSocket agi;

  AgiSocketTest() throws IOException {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      far = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
      near = listening.accept();
    }
    agi = new AgiSocket(near, Duration.ofSeconds(5), () -> closedWhenTold.add(near.isClosed()));
  }

  @AfterEach
  void close() throws IOException {
    agi.close();
    far.close();
  }

  @Test
  void linesInPiecesAndManyAtOnce() throws Exception {
    far.setTcpNoDelay(true);
    Thread sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (byte next : text("agi_calleridname: 户主\n\n200 result=0\n")) {
                    send(new byte[] {next});
                  }
                  send(text("200 result=1 (a)\n200 result=49\n"));
                });
    for (String line :
        List.of("agi_calleridname: 户主", "", "200 result=0", "200 result=1 (a)", "200 result=49")) {
      assertThat(agi.readLine()).isEqualTo(line);
    }
    sender.join();
  }

  @Test
  void theLongestLineThereMayBe() throws Exception {
    Thread sender = Thread.ofVirtual().start(() -> send(text("x".repeat(LONGEST) + "\n\n")));
    assertThat(agi.readLine()).hasSize(LONGEST);
    assertThat(agi.readLine()).isEmpty();
    sender.join();
  }

  @Test
  void aLineTooLong() throws Exception {
    Thread sender = Thread.ofVirtual().start(() -> send(text("x".repeat(LONGEST + 1))));
    assertThatThrownBy(agi::readLine).isInstanceOf(IOException.class).hasMessageContaining("16384");
    sender.join();
  }

  @Test
  void aRequestOfTooManyLines() {
    send(text("a\n".repeat(301)));
    assertThatThrownBy(
            () -> {
              for (int line = 0; line <= 300; line++) {
                agi.readLine();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("300 lines");
  }

  @Test
  void onlyAWholeRequestMayEnd() throws IOException {
    send(text("agi_network: yes\n"));
    far.shutdownOutput();
    assertThat(agi.readLine()).isEqualTo("agi_network: yes");
    assertThatThrownBy(agi::readLine).isInstanceOf(EOFException.class);
  }

  @Test
  void afterTheRequestAnEndIsAHangUp() throws IOException {
    send(text("agi_network: yes\n\n"));
    far.shutdownOutput();
    assertThat(agi.readLine()).isEqualTo("agi_network: yes");
    assertThat(agi.readLine()).isEmpty();
    assertThat(agi.readLine()).isNull();
  }

  @Test
  void theEndIsToldOnceAndBeforeTheOtherSideSeesIt() throws IOException {
    agi.close();
    agi.close();
    assertThat(closedWhenTold).containsExactly(false);
    assertThat(near.isClosed()).isTrue();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void send(byte[] bytes) {
    try {
      far.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
