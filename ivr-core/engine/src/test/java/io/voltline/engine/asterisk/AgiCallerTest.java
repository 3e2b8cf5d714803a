package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.engine.call.Announcement;
import io.voltline.engine.call.CallerGone;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.reply.AgiReply;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What is said to a caller who waits. */
class AgiCallerTest {
  private final List<String> commands = new ArrayList<>();
  private int keyWhileWaiting;

  @Test
  void aKeyThatComesAfterAllWasSaidCounts() throws Exception {
    keyWhileWaiting = '2';
    assertThat(announce("123")).contains('2');
    assertThat(commands).last().asString().startsWith("WAIT FOR DIGIT");
  }

  @Test
  void anotherKeyOrACutIsNoChoice() throws Exception {
    keyWhileWaiting = '7';
    assertThat(announce("123")).isEmpty();
    keyWhileWaiting = AgiCaller.CUT.charAt(0);
    assertThat(announce("123")).isEmpty();
  }

  @Test
  void whoWasOfferedNothingIsNotListenedTo() throws Exception {
    keyWhileWaiting = '2';
    assertThat(announce("")).isEmpty();
    assertThat(commands).noneMatch(command -> command.startsWith("WAIT"));
  }

  private Optional<Character> announce(String keys) throws CallerGone, AgiException, IOException {
    var request = Mockito.mock(AgiRequest.class);
    Mockito.when(request.getUniqueId()).thenReturn("vl1-1.1");
    var channel = Mockito.mock(AgiChannel.class);
    Mockito.when(channel.sendCommand(Mockito.any())).thenAnswer(it -> reply(it.getArgument(0)));
    var caller =
        new AgiCaller(
            request, channel, "/tmp", new Rings(), (_, _) -> Optional.empty(), Instant.EPOCH);
    var announcement = Mockito.mock(Announcement.class);
    Mockito.when(announcement.wanted()).thenReturn(true);
    return caller.announce(List.of("place-next"), keys, announcement);
  }

  private AgiReply reply(AgiCommand command) {
    String line = command.buildCommand();
    commands.add(line);
    var reply = Mockito.mock(AgiReply.class);
    Mockito.when(reply.getResultCode())
        .thenReturn(line.startsWith("WAIT FOR DIGIT") ? keyWhileWaiting : 0);
    return reply;
  }
}
