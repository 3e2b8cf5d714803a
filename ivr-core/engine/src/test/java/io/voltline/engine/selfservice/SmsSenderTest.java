package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.selfservice.SmsOutbox.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSenderTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000001");

  private final SmsOutbox outbox = mock();
  private final SmsGateway gateway = mock();
  private final SmsSender sender = new SmsSender(outbox, gateway, InstantSource.fixed(NOW));

  @Test
  void whatTheGatewayTookIsMarkedWithItsName() throws IOException {
    when(gateway.name()).thenReturn("loopback");
    var sms = waiting(0);
    assertThat(sender.look()).isTrue();
    verify(gateway).send(NUMBER, "一");
    verify(outbox).sent(sms, "loopback", NOW);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 5", "2, 15", "3, "})
  void whatItDidNotTakeIsTriedAgainAndGivenUpInTheEnd(int tries, Long minutes) throws IOException {
    var sms = waiting(tries);
    doThrow(new IOException("no route")).when(gateway).send(any(), any());
    sender.look();
    verify(outbox).take(any(), anyInt());
    verify(outbox)
        .notSent(
            sms,
            "no route",
            Optional.ofNullable(minutes).map(m -> NOW.plus(Duration.ofMinutes(m))));
    verifyNoMoreInteractions(outbox);
  }

  @Test
  void withoutItsStoreItLooksAgainSoon() {
    when(outbox.take(any(), anyInt()))
        .thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(sender.look()).isFalse();
  }

  private Waiting waiting(int tries) {
    var sms = new Waiting(7, NUMBER, "一", tries);
    when(outbox.take(any(), anyInt())).thenReturn(List.of(sms));
    return sms;
  }
}
