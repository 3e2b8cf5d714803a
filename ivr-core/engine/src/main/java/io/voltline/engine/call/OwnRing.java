package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Duration;

/**
 * The ring of the phone of somebody who took a caller out of the line: nobody's offer, and routing
 * only keeps the caller's place.
 */
final class OwnRing implements RingObserver {

  /** Four rings, as long as an agent is rung at most. */
  static final Duration LONGEST = Duration.ofSeconds(12);

  private final CallId call;
  private final Neighbours neighbours;
  private final String file;
  private boolean heard;
  private boolean over;

  OwnRing(CallId call, Neighbours neighbours) {
    this.call = call;
    this.neighbours = neighbours;
    this.file = neighbours.recorder().begin(call, neighbours.now());
  }

  /** That is to hold whatever talk comes of this. */
  String file() {
    return file;
  }

  @Override
  public boolean wanted(AgentNo agent) {
    return true;
  }

  @Override
  public void ringing(AgentNo agent) {
    // Nobody waits to know.
  }

  @Override
  public void pickedUp(AgentNo agent) {
    // The two do not hear each other yet.
  }

  @Override
  public synchronized void answered(AgentNo agent) {
    if (!over && !heard) {
      heard = true;
      neighbours.routing().callGone(call);
      neighbours.recorder().heard(file, agent);
      neighbours.log().pickedUp(call, agent, neighbours.now());
    }
  }

  @Override
  public void left(AgentNo agent) {
    // The end of the ring tells it.
  }

  @Override
  public void ended(AgentNo agent, RingResult result) {
    // The end of the ring tells it.
  }

  /** Nothing counts from here on; whether the two heard each other. */
  synchronized boolean over() {
    over = true;
    return heard;
  }
}
