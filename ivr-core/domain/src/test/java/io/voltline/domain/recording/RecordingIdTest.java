package io.voltline.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordingIdTest {

  @Test
  void anIdTellsItsCallAndItsBeginning() {
    var call = new CallId("vl1-1763760192.4");
    var at = Instant.ofEpochMilli(1_763_760_193_123L);
    var id = RecordingId.of(call, at);
    assertThat(id).hasToString("vl1-1763760192.4-1763760193123");
    assertThat(RecordingId.parse(id.value())).contains(id);
    assertThat(id.callId()).isEqualTo(call);
    assertThat(id.startedAt()).isEqualTo(at);
  }

  @Test
  void theIdOfAMessageTellsNoCall() {
    var at = Instant.ofEpochMilli(1_763_760_193_123L);
    var id = RecordingId.ofMessage("0f3c", at);
    assertThat(id).hasToString("message-0f3c-1763760193123");
    assertThat(id.kind()).isEqualTo(RecordingKind.VOICEMAIL);
    assertThat(id.startedAt()).isEqualTo(at);
    assertThat(RecordingId.of(new CallId("vl1-1.1"), at).kind()).isEqualTo(RecordingKind.TALK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "-1", "../a-1", "a/b-1", ".a-1", "a-", "a-x", "a-123456789012345"})
  void whatWouldBeNoSafeFileNameIsNoId(String text) {
    assertThat(RecordingId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new RecordingId(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
