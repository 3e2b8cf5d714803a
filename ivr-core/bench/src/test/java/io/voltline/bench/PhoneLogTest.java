package io.voltline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.testkit.sip.PhoneBank.Moment;
import io.voltline.testkit.sip.PhoneBank.What;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is made of the moments that phones wrote down; the window is seconds 10 to 20. */
class PhoneLogTest {
  private static final Set<String> AGENT = Set.of("4001");

  @Test
  void aMatchIsFromHangingUpToTheNextRingOfTheSamePhone() {
    PhoneLog log =
        log(
            moment(What.HUNG_UP, "4001", 9.9),
            moment(What.RUNG, "4001", 10.1),
            moment(What.HUNG_UP, "4001", 12),
            moment(What.RUNG, "4002", 12.1),
            moment(What.RUNG, "4001", 12.25),
            moment(What.LOST, "4001", 14),
            moment(What.RUNG, "4001", 15),
            moment(What.HUNG_UP, "4001", 19.9),
            moment(What.RUNG, "4001", 20.9));
    Figures matches = log.matches(AGENT);
    assertThat(matches.count()).isEqualTo(2);
    assertThat(matches.least()).isEqualTo(250);
    assertThat(matches.most()).isEqualTo(1_000);
  }

  @Test
  void anAgentWhoIsNotRungAgainCountsForAsLongAsWatched() {
    PhoneLog log = log(moment(What.HUNG_UP, "4001", 12));
    assertThat(log.unmatched(AGENT)).isEqualTo(1);
    assertThat(log.matches(AGENT).most()).isGreaterThan(8_000);
  }

  @Test
  void theTalkShareIsWhatOfTheWindowWasTalked() {
    PhoneLog log =
        log(
            moment(What.RUNG, "4001", 5),
            moment(What.ANSWERED, "4001", 6),
            moment(What.HUNG_UP, "4001", 12),
            moment(What.RUNG, "4001", 13),
            moment(What.ANSWERED, "4001", 14),
            moment(What.HUNG_UP, "4001", 15),
            moment(What.ANSWERED, "4001", 19));
    assertThat(log.talkShare(AGENT)).isEqualTo(0.4);
  }

  @Test
  void aRingIsFoundByItsPhoneAndTime() {
    PhoneLog log = log(moment(What.RUNG, "4001", 11), moment(What.RUNG, "4001", 13));
    assertThat(log.rang("4001", second(12))).contains(second(13));
    assertThat(log.rang("4002", second(12))).isEmpty();
  }

  private static PhoneLog log(Moment... moments) {
    return new PhoneLog(List.of(moments), second(10), second(20));
  }

  private static Moment moment(What what, String agent, double second) {
    return new Moment(what, agent, second(second));
  }

  private static Instant second(double second) {
    return Instant.EPOCH.plusMillis(Math.round(second * 1_000));
  }
}
