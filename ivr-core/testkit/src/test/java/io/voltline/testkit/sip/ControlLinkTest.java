package io.voltline.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ControlLinkTest {
  private final List<ControlLink.Signal> signals = new CopyOnWriteArrayList<>();

  @Test
  void hearsSippAndGivesItOrders() throws IOException {
    try (ControlLink link = ControlLink.open(signals::add);
        Socket sipp = connect(link)) {
      say(sipp, "Call-ID: a@x\r\nEvent: ringing 127.0.0.1 4000\r\n\r\n\u001bCall-ID: b@x\r\nEv");
      say(sipp, "ent: ended\r\n\r\n\u001b");

      await().until(() -> signals.size() == 2);
      assertThat(signals)
          .containsExactly(
              new ControlLink.Signal("a@x", List.of("ringing", "127.0.0.1", "4000")),
              new ControlLink.Signal("b@x", List.of("ended")));
      link.order("a@x", "answer");
      link.order("a@x", "answer");
      link.order("b@x", "answer");
      String order =
          "Call-ID: a@x\r\nOrder: answer\r\n\r\n\u001bCall-ID: b@x\r\nOrder: answer\r\n\r\n\u001b";
      assertThat(sipp.getInputStream().readNBytes(order.length()))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(order);
    }
  }

  @Test
  void takesACallThatSippGivesUpForEnded() throws IOException {
    try (ControlLink link = ControlLink.open(signals::add);
        Socket sipp = connect(link)) {
      say(sipp, "call-id: a@x\ninternal-cmd: abort_call\n\n\u001b");

      await().until(() -> !signals.isEmpty());
      assertThat(signals).containsExactly(new ControlLink.Signal("a@x", List.of("ended")));
    }
  }

  private static Socket connect(ControlLink link) throws IOException {
    String option = link.option()[1];
    return new Socket(
        InetAddress.getLoopbackAddress(),
        Integer.parseInt(option.substring(option.indexOf(':') + 1)));
  }

  private static void say(Socket sipp, String text) throws IOException {
    sipp.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
