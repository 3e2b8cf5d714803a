package io.voltline.engine.dispatch;

import io.voltline.domain.routing.Refusal;

/** Routing refused what an agent asked for. */
public final class RequestRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final Refusal refusal;

  public RequestRefused(Refusal refusal) {
    super(refusal.name());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
