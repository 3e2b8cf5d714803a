package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Services;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import java.util.Map;

/** Ratings that callers give by a key. */
final class SurveyService implements Subject {
  private final SurveyBook book;

  SurveyService(SurveyBook book) {
    this.book = book;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of(Services.SURVEY, this::rate);
  }

  private Input.Told rate(Question question) {
    long key = question.number("rating");
    Rating rating =
        Rating.of(key).orElseThrow(() -> new IllegalArgumentException("a rating of " + key));
    book.rate(question.call().call(), rating, RatingVia.VOICE, question.now());
    return new Input.Told("noted", Map.of());
  }
}
