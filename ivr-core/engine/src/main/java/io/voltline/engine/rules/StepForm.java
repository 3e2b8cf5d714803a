package io.voltline.engine.rules;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Widening;
import java.util.Optional;
import java.util.Set;

/**
 * One step by which a queue asks for less.
 *
 * @param afterSeconds of waiting, 0 to 3,600
 * @param by levels, 1 to 9, of LOWER_LEVELS only
 * @param skill that is dropped, of DROP_SKILL only
 * @param queue whose agents are added, of ADD_QUEUE only
 */
public record StepForm(
    double afterSeconds,
    Act act,
    Optional<Integer> by,
    Optional<String> skill,
    Optional<String> queue) {

  /** What a step does. */
  public enum Act {
    LOWER_LEVELS,
    DROP_SKILL,
    OPEN_RESERVE,
    ADD_QUEUE
  }

  static StepForm of(Widening step) {
    double after = Seconds.of(step.afterMillis());
    return switch (step) {
      case Widening.LowerLevels s ->
          new StepForm(
              after, Act.LOWER_LEVELS, Optional.of(s.by()), Optional.empty(), Optional.empty());
      case Widening.DropSkill s ->
          new StepForm(
              after,
              Act.DROP_SKILL,
              Optional.empty(),
              Optional.of(s.skill().value()),
              Optional.empty());
      case Widening.OpenReserve _ ->
          new StepForm(
              after, Act.OPEN_RESERVE, Optional.empty(), Optional.empty(), Optional.empty());
      case Widening.AddNeighbour s ->
          new StepForm(
              after,
              Act.ADD_QUEUE,
              Optional.empty(),
              Optional.empty(),
              Optional.of(s.queue().value()));
    };
  }

  Widening step(Set<SkillId> skills) throws BadRule {
    long after = Seconds.millis("after", afterSeconds, 3_600);
    try {
      return switch (act) {
        case LOWER_LEVELS -> new Widening.LowerLevels(after, by.orElse(0));
        case DROP_SKILL ->
            new Widening.DropSkill(after, known(new SkillId(skill.orElse("")), skills));
        case OPEN_RESERVE -> new Widening.OpenReserve(after);
        case ADD_QUEUE -> new Widening.AddNeighbour(after, new QueueId(queue.orElse("")));
      };
    } catch (IllegalArgumentException e) {
      throw new BadRule(act.name(), String.valueOf(e.getMessage()));
    }
  }

  static SkillId known(SkillId skill, Set<SkillId> skills) {
    if (!skills.contains(skill)) {
      throw new IllegalArgumentException("there is no skill '" + skill + "'");
    }
    return skill;
  }

  /** In one line, for people. */
  String told() {
    String what =
        switch (act) {
          case LOWER_LEVELS -> "lower-levels " + by.orElse(0);
          case DROP_SKILL -> "drop-skill " + skill.orElse("");
          case OPEN_RESERVE -> "open-reserve";
          case ADD_QUEUE -> "add-queue " + queue.orElse("");
        };
    return Seconds.told(afterSeconds) + " " + what;
  }
}
