package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.talk.Leg;
import io.voltline.engine.talk.Spot;
import io.voltline.engine.talk.TalkSwitch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asteriskjava.manager.action.ConfbridgeKickAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.GetVarResponse;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;

/** Moves the parties of talks about, by AMI; what becomes of them there is the dialplan's. */
public final class DeskLines implements TalkSwitch {
  /** On each channel of a call that the desk has put into a conference, or is about to. */
  private static final String KEEP = "VL_KEEP";

  private static final int RING_MILLIS = 30_000;

  private final Rings rings;
  private final Legs legs = new Legs();
  private volatile Function<ManagerAction, ManagerResponse> ask =
      _ -> {
        throw new Unavailable("the switch");
      };

  public DeskLines(Rings rings) {
    this.rings = rings;
  }

  Legs legs() {
    return legs;
  }

  /** Whom to ask; throws Unavailable when there is no answer. */
  void by(Function<ManagerAction, ManagerResponse> link) {
    ask = link;
  }

  @Override
  public Optional<Leg> phone(AgentNo agent, CallId call) {
    return legs.phone(agent, call);
  }

  @Override
  public boolean inUse(AgentNo agent) {
    return legs.inUse(agent);
  }

  @Override
  public Optional<Leg> leg(String id) {
    return legs.find(id);
  }

  @Override
  public List<Leg> phones(CallId call) {
    return legs.phones(call);
  }

  @Override
  public List<Leg> others(CallId call) {
    return legs.others(call);
  }

  @Override
  public boolean keep(CallId call) {
    if (all(call).findAny().isEmpty() || legs.inStaticQueue(call.value())) {
      return false;
    }
    rings.keep(call, true);
    all(call).forEach(leg -> set(leg, KEEP, "1"));
    return true;
  }

  @Override
  public void letGo(CallId call) {
    rings.keep(call, false);
    all(call).forEach(leg -> set(leg, KEEP, ""));
    if (legs.others(call).isEmpty()) {
      // Who was to be kept may have gone there on the word given before.
      empty(call);
    }
  }

  private Stream<Leg> all(CallId call) {
    return Stream.concat(legs.find(call.value()).stream(), legs.others(call).stream());
  }

  @Override
  public boolean move(Leg leg, Spot spot, CallId call, Map<String, String> facts) {
    for (var fact : facts.entrySet()) {
      if (!set(leg, fact.getKey(), fact.getValue())) {
        return false;
      }
    }
    boolean moved = done(new RedirectAction(leg.channel(), context(spot), call.value(), 1));
    if (moved) {
      legs.at(leg.id(), context(spot));
    }
    return moved;
  }

  @Override
  public boolean ring(
      AgentNo agent, String id, String shown, Spot spot, CallId call, Map<String, String> facts) {
    var ring = new OriginateAction();
    ring.setChannel("PJSIP/" + agent);
    ring.setChannelId(id);
    ring.setCallerId(shown);
    ring.setTimeout((long) RING_MILLIS);
    ring.setContext(context(spot));
    ring.setExten(call.value());
    ring.setPriority(1);
    ring.setAsync(true);
    ring.setVariables(facts);
    return done(ring);
  }

  @Override
  public boolean isAt(Leg leg, Spot spot) {
    return legs.isAt(leg.id(), context(spot));
  }

  @Override
  public boolean hangUp(Leg leg) {
    return done(new HangupAction(leg.channel()));
  }

  @Override
  public boolean empty(CallId call) {
    return done(new ConfbridgeKickAction(call.value(), "all"));
  }

  @Override
  public boolean remember(CallId call, Map<String, String> facts) {
    return legs.find(call.value())
        .filter(
            leg -> facts.entrySet().stream().allMatch(it -> set(leg, it.getKey(), it.getValue())))
        .isPresent();
  }

  @Override
  public boolean press(Leg leg, char key) {
    return done(new PlayDtmfAction(leg.channel(), String.valueOf(key)));
  }

  @Override
  public Optional<String> fact(Leg leg, String name) {
    return ask.apply(new GetVarAction(leg.channel(), name)) instanceof GetVarResponse told
        ? Optional.ofNullable(told.getValue()).filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  private boolean done(ManagerAction action) {
    return !(ask.apply(action) instanceof ManagerError);
  }

  private boolean set(Leg leg, String name, String value) {
    return done(new SetVarAction(leg.channel(), name, value));
  }

  private static String context(Spot spot) {
    return switch (spot) {
      case TALK -> "desk-talk";
      case HELD -> "desk-held";
      case CONSULT -> "desk-consult";
      case TRANSFER -> "desk-transfer";
      case OUT -> "desk-out";
      case SPY -> "desk-spy";
    };
  }
}
