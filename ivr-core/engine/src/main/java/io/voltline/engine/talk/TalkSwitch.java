package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the switch does with the parties of a talk. Each action waits for the switch's word and
 * throws {@link io.voltline.engine.desk.Unavailable} when there is none; false means that the
 * channel is gone, or is where nothing can be done with it.
 */
public interface TalkSwitch {

  /** The phone's channel in this call. */
  Optional<Leg> phone(AgentNo agent, CallId call);

  /** Whether the phone is in any call. */
  boolean inUse(AgentNo agent);

  /** The channel of this id. */
  Optional<Leg> leg(String id);

  /** Every channel of a phone of the house in this call. */
  List<Leg> phones(CallId call);

  /** Every other channel in this call but the caller's own. */
  List<Leg> others(CallId call);

  /** From now on the call outlasts its first two parties' being parted. */
  boolean keep(CallId call);

  /** The opposite: nobody was put elsewhere. */
  void letGo(CallId call);

  /**
   * Puts a channel elsewhere.
   *
   * @param facts what is to be known there, by the names of the dialplan's variables
   */
  boolean move(Leg leg, Spot spot, CallId call, Map<String, String> facts);

  /**
   * Rings a phone of the house and puts it there once it is answered; returns before it rings.
   *
   * @param id which its channel is to have
   * @param shown to the phone as who calls
   */
  boolean ring(
      AgentNo agent, String id, String shown, Spot spot, CallId call, Map<String, String> facts);

  /** Whether that is where it was when last looked at. */
  boolean isAt(Leg leg, Spot spot);

  boolean hangUp(Leg leg);

  /** Parts all who hear each other in this call; false when there was nobody. */
  boolean empty(CallId call);

  /** What was to be known where the channel was put, by its name; empty when it knows no such. */
  Optional<String> fact(Leg leg, String name);

  /** Writes a variable on the caller's channel. */
  boolean remember(CallId call, Map<String, String> facts);

  /** Presses a key in the ear of whoever is at the other end of this channel. */
  boolean press(Leg leg, char key);
}
