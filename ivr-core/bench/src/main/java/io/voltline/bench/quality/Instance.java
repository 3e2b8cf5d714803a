package io.voltline.bench.quality;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.simulation.Arrivals;
import io.voltline.domain.simulation.CallClass;
import io.voltline.domain.simulation.Law;
import io.voltline.domain.simulation.Rate;
import io.voltline.domain.simulation.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Six types of calls, 8.40 a minute in all, 10 minutes each, before 90 agents; 30 callers can wait,
 * and one more is blocked unless an agent is free for the call. An agent's skills are neighbours in
 * a ring.
 *
 * @param perMinute calls of each type
 * @param skills how many skills each agent has
 * @param most what the mean wait may be of the pooled centre's; infinite without a target
 */
record Instance(String name, List<Double> perMinute, List<Integer> skills, double most) {
  static final int AGENTS = 90;
  static final int PLACES = 30;
  static final QueueId QUEUE = new QueueId("all");
  static final double PER_SECOND = 8.4 / 60;
  static final double HOLD_SECONDS = 600;
  private static final List<Double> EVEN = List.of(1.4, 1.4, 1.4, 1.4, 1.4, 1.4);
  private static final List<Double> UNEVEN = List.of(0.6, 0.9, 1.2, 1.5, 1.8, 2.4);

  static List<Instance> all() {
    return List.of(
        even(1, Double.POSITIVE_INFINITY),
        even(2, 1.30),
        even(3, 1.05),
        even(6, 1.05),
        new Instance("uneven, k=2", UNEVEN, each(_ -> 2), Double.POSITIVE_INFINITY),
        // A few who can do everything among many who can do one thing.
        new Instance(
            "mixed, k=1,1,3,6",
            EVEN,
            each(i -> List.of(1, 1, 3, 6).get(i / 6 % 4)),
            Double.POSITIVE_INFINITY));
  }

  private static Instance even(int k, double most) {
    return new Instance("k=" + k, EVEN, each(_ -> k), most);
  }

  private static List<Integer> each(IntUnaryOperator skills) {
    return IntStream.range(0, AGENTS).map(skills).boxed().toList();
  }

  /** The same calls before agents who can do everything. */
  Instance pooled() {
    return new Instance(name, perMinute, each(_ -> types()), most);
  }

  int types() {
    return perMinute.size();
  }

  /** Whether the agent has the skill of the type. */
  boolean serves(int agent, int type) {
    return Math.floorMod(type - agent, types()) < skills.get(agent);
  }

  List<CallClass> classes() {
    return IntStream.range(0, types())
        .mapToObj(i -> new CallClass(QUEUE, Demand.of(skill(i)), 0))
        .toList();
  }

  Arrivals arrivals() {
    List<Arrivals.Load> loads = new ArrayList<>();
    for (int i = 0; i < types(); i++) {
      loads.add(
          new Arrivals.Load(
              classes().get(i),
              Rate.steady(perMinute.get(i) * 60),
              new Law.Exponential(Math.round(HOLD_SECONDS * 1_000)),
              new Law.Never()));
    }
    return new Arrivals.Formula(loads);
  }

  List<Worker> workers() {
    return IntStream.range(0, AGENTS).mapToObj(this::worker).toList();
  }

  private Worker worker(int agent) {
    return Worker.always(
        new AgentNo(Integer.toString(1001 + agent)),
        IntStream.range(0, types())
            .filter(type -> serves(agent, type))
            .mapToObj(type -> Certificate.of(skill(type), 5))
            .toList());
  }

  private static SkillId skill(int type) {
    return new SkillId("type" + type);
  }
}
