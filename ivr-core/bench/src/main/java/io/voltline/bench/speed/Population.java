package io.voltline.bench.speed;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.SkillLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Agents with three skills each at levels 1 to 10, and calls that ask for one at a least level of 1
 * to 8: one in five with a priority, one in fifty in danger, one in ten with an agent it prefers.
 */
final class Population {
  private static final int SKILLS_EACH = 3;
  private static final int LEAST_LEVELS = 8;

  private final SplittableRandom random = new SplittableRandom(95598);
  private final List<AgentNo> agents;
  private final List<SkillId> skills;
  private final List<QueueId> queues;
  private final List<List<Demand>> demands;
  private final CallId[] ids;
  private int next;

  Population(Size size) {
    agents =
        IntStream.range(0, size.agents()).mapToObj(i -> new AgentNo("%05d".formatted(i))).toList();
    skills = IntStream.range(0, size.skills()).mapToObj(i -> new SkillId("s" + i)).toList();
    queues = IntStream.range(0, size.skills()).mapToObj(i -> new QueueId("q" + i)).toList();
    demands = skills.stream().map(Population::demands).toList();
    // More ids than calls live at a time; making them is not what is measured.
    ids =
        IntStream.range(0, 4 * (size.agents() + size.waiting()))
            .mapToObj(i -> new CallId("c" + i))
            .toArray(CallId[]::new);
  }

  List<AgentNo> agents() {
    return agents;
  }

  List<Certificate> certificates() {
    List<Certificate> certificates = new ArrayList<>();
    random
        .ints(0, skills.size())
        .distinct()
        .limit(SKILLS_EACH)
        .forEach(i -> certificates.add(Certificate.of(skills.get(i), random.nextInt(1, 11))));
    return certificates;
  }

  CallId id() {
    CallId id = ids[next];
    next = (next + 1) % ids.length;
    return id;
  }

  QueueRequest request(long now) {
    int skill = random.nextInt(skills.size());
    Demand demand = demands.get(skill).get(random.nextInt(LEAST_LEVELS));
    return new QueueRequest(
        queues.get(skill), demand, priority(), random.nextInt(20) == 0, preferred(), now);
  }

  int choose(int of) {
    return random.nextInt(of);
  }

  private int priority() {
    int chance = random.nextInt(50);
    return chance == 0 ? QueueRequest.DANGER : chance <= 10 ? random.nextInt(1, 9) : 0;
  }

  private List<AgentNo> preferred() {
    return random.nextInt(10) == 0 ? List.of(agents.get(random.nextInt(agents.size()))) : List.of();
  }

  private static List<Demand> demands(SkillId skill) {
    return IntStream.rangeClosed(1, LEAST_LEVELS)
        .mapToObj(level -> new Demand(List.of(List.of(new SkillLevel(skill, level)))))
        .toList();
  }
}
