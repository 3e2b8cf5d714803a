package io.voltline.engine.selfservice;

import java.util.Map;

/** Services that have one subject. */
interface Subject {

  /** Who answers, by the name of the service. */
  Map<String, Question.Answer> answers();
}
