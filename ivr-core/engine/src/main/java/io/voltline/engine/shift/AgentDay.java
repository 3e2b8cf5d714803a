package io.voltline.engine.shift;

import io.voltline.domain.survey.Rating;
import java.time.Duration;
import java.util.Map;

/**
 * How one agent's day went so far.
 *
 * @param offered calls that rang the agent, also those whose caller left or somebody else answered
 * @param answered of them
 * @param notTaken of them: not answered in time, rejected, or the phone could not be rung
 * @param inTime of those answered within the queue's promise
 * @param talks calls talked on, also those the agent made
 * @param talk what they took altogether, holds included
 * @param wrapUps times of after-call work
 * @param wrapUp what they took altogether
 * @param workOrders accepted by the agent
 * @param ratings what callers gave; those nobody gave are left out
 */
public record AgentDay(
    int offered,
    int answered,
    int notTaken,
    int inTime,
    int talks,
    Duration talk,
    int wrapUps,
    Duration wrapUp,
    int workOrders,
    Map<Rating, Integer> ratings) {
  public AgentDay {
    ratings = Map.copyOf(ratings);
  }
}
