// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.connections.EventSink.Receipt;
import io.tideboard.events.Event;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings events to the sink and waits until they are acknowledged, however often it takes. */
final class Deliverer {

  private final EventSink sink;
  private final DeliverySettings settings;
  private final Counters counters;

  Deliverer(EventSink sink, DeliverySettings settings, Counters counters) {
    this.sink = sink;
    this.settings = settings;
    this.counters = counters;
  }

  /**
   * Returns when all of them are acknowledged.
   *
   * @throws InterruptedException when it is not to wait any longer
   */
  void deliver(List<Event> events) throws InterruptedException {
    counters.pending(events.size());
    for (int from = 0; from < events.size(); from += settings.batch()) {
      List<Event> batch =
          List.copyOf(events.subList(from, Math.min(events.size(), from + settings.batch())));
      deliverBatch(batch);
      counters.acknowledged(batch.size());
      counters.pending(events.size() - from - batch.size());
    }
  }

  private void deliverBatch(List<Event> batch) throws InterruptedException {
    for (int failures = 1; !acknowledged(batch); failures++) {
      double random = ThreadLocalRandom.current().nextDouble();
      Thread.sleep(settings.again().after(failures, random).toMillis());
    }
  }

  private boolean acknowledged(List<Event> batch) throws InterruptedException {
    try {
      Receipt receipt =
          sink.send(batch)
              .toCompletableFuture()
              .get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
      if (receipt != Receipt.ACKNOWLEDGED) {
        counters.sentAgain("refused");
      }
      return receipt == Receipt.ACKNOWLEDGED;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      counters.sentAgain(e.toString());
      return false;
    }
  }
}
