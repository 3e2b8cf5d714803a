package io.voltline.domain.simulation;

import io.voltline.domain.routing.AgentState;

/** Where one agent stands in the simulation. */
final class Seat {
  final Worker worker;
  AgentState state = AgentState.SIGNED_OUT;
  long since;

  /** The shift is over; the agent leaves as soon as off the phone. */
  boolean leaving;

  /** Tells later states from earlier ones, for what was planned in one. */
  long generation;

  Seat(Worker worker) {
    this.worker = worker;
  }

  boolean onPhone() {
    return switch (state) {
      case RESERVED, RINGING, TALKING, HELD -> true;
      case SIGNED_OUT, IDLE, ACW, BUSY -> false;
    };
  }
}
