package io.voltline.domain.routing;

import io.voltline.domain.kernel.CallId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls by id, chained through {@link QueuedCall#sameBucket}: no entries beside the calls, and
 * nothing but the call's own neighbours is touched when it goes.
 */
final class CallsById {
  private @Nullable QueuedCall[] buckets = new QueuedCall[1024];
  private int size;

  @Nullable QueuedCall get(CallId id) {
    int hash = id.hashCode();
    QueuedCall call = buckets[bucket(hash)];
    while (call != null && (call.idHash != hash || !call.id.equals(id))) {
      call = call.sameBucket;
    }
    return call;
  }

  /** Puts a call whose id is not there yet. */
  void put(QueuedCall call) {
    if (++size > buckets.length) {
      grow();
    }
    chain(call);
  }

  void remove(QueuedCall gone) {
    int at = bucket(gone.idHash);
    QueuedCall call = buckets[at];
    if (call == gone) {
      buckets[at] = gone.sameBucket;
      size--;
      return;
    }
    for (; call != null; call = call.sameBucket) {
      if (call.sameBucket == gone) {
        call.sameBucket = gone.sameBucket;
        size--;
        return;
      }
    }
  }

  /** Every call, in no order. */
  List<QueuedCall> all() {
    List<QueuedCall> all = new ArrayList<>(size);
    for (QueuedCall first : buckets) {
      for (QueuedCall call = first; call != null; call = call.sameBucket) {
        all.add(call);
      }
    }
    return all;
  }

  private void chain(QueuedCall call) {
    int at = bucket(call.idHash);
    call.sameBucket = buckets[at];
    buckets[at] = call;
  }

  private int bucket(int hash) {
    return (hash ^ hash >>> 16) & (buckets.length - 1);
  }

  private void grow() {
    List<QueuedCall> all = all();
    buckets = new QueuedCall[2 * buckets.length];
    all.forEach(this::chain);
  }
}
