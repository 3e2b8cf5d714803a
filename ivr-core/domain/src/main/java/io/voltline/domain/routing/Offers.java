package io.voltline.domain.routing;

import io.voltline.domain.kernel.OfferId;
import org.jspecify.annotations.Nullable;

/** The offers whose end was not told yet, by id. */
final class Offers {
  private final ById<LiveOffer> byId = new ById<>();
  private long lastId;

  Offers(long lastId) {
    this.lastId = lastId;
  }

  LiveOffer open(QueuedCall call, AgentSlot agent) {
    LiveOffer offer = new LiveOffer(new OfferId(++lastId), call, agent);
    byId.put(lastId, offer);
    return offer;
  }

  @Nullable LiveOffer find(OfferId id) {
    return byId.get(id.value());
  }

  void close(LiveOffer offer) {
    byId.remove(offer.id.value());
  }
}
