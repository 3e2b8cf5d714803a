package io.voltline.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {
  @ParameterizedTest
  @CsvSource({
    "1, SATISFIED",
    "' 2 ', FAIR",
    "３。, DISSATISFIED",
    "③, DISSATISFIED",
    "满意！, SATISFIED",
    "基本满意, FAIR",
    "“不满意”, DISSATISFIED",
    "Dissatisfied., DISSATISFIED",
    "FAIR, FAIR"
  })
  void aReplyIsReadHoweverItIsWritten(String reply, Rating rating) {
    assertThat(Rating.read(reply)).contains(rating);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0", "4", "11", "1 2", "1或2", "很满意", "not satisfied", "TD", "-"})
  void nobodyGuessesAtARating(String reply) {
    assertThat(Rating.read(reply)).isEmpty();
  }

  @Test
  void theKeysAreThoseOfTheQuestion() {
    assertThat(Rating.of(1)).contains(Rating.SATISFIED);
    assertThat(Rating.of(3)).contains(Rating.DISSATISFIED);
    assertThat(Rating.of(0)).isEmpty();
    assertThat(Rating.of(4)).isEmpty();
  }
}
