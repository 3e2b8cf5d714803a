package io.voltline.engine.admin;

import io.voltline.domain.flow.Trial;
import io.voltline.engine.call.flow.FlowProblem;
import java.util.List;
import java.util.Optional;

/**
 * A flow with its versions.
 *
 * @param running the version that callers go through; empty when the engine has none without a
 *     mistake
 * @param standBy the versions that can be tried, in their order
 * @param problems what is wrong with the file of the one that runs; callers then still go through
 *     what was read before
 */
public record KeptFlow(
    String name,
    Optional<Integer> running,
    Optional<Trial> trial,
    List<StandBy> standBy,
    List<FlowProblem> problems) {

  /**
   * A version that stands by.
   *
   * @param problems why it can't be tried; none when it can
   */
  public record StandBy(int version, List<FlowProblem> problems) {}
}
