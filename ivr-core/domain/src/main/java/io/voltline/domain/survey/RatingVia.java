package io.voltline.domain.survey;

/** How a rating was given. */
public enum RatingVia {
  /** By a key, on the phone, after the agent had hung up. */
  VOICE,
  /** By a short message, after the caller had hung up. */
  SMS
}
