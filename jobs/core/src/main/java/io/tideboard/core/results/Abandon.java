// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A contact that gave up waiting in a queue, as somebody who calls back needs it.
 *
 * @param interaction which contact
 * @param key in which queue, on which channel
 * @param offeredAt when it was offered, in microseconds; when it gave up, where that is not known
 * @param beginKnown whether an event told when it was offered
 * @param at when it gave up
 */
public record Abandon(
    String interaction, QueueKey key, long offeredAt, boolean beginKnown, long at) {

  /** By when they were offered, then by id. */
  public static final Comparator<Abandon> ORDER =
      Comparator.comparingLong(Abandon::offeredAt).thenComparing(Abandon::id);

  /** What became known of a visit of that contact: that it was given up, or was not after all. */
  public static void tell(
      String interaction, Fact.VisitRevised revised, Consumer<AbandonRecord> taker) {
    Abandon was = of(interaction, revised.before());
    Abandon is = of(interaction, revised.after());
    if (was != null && (is == null || !is.id().equals(was.id()))) {
      taker.accept(new AbandonRecord(was, true));
    }
    if (is != null && !is.equals(was)) {
      taker.accept(new AbandonRecord(is, false));
    }
  }

  private static @Nullable Abandon of(String interaction, @Nullable QueueVisit visit) {
    return visit == null || visit.outcome() != Outcome.ABANDONED
        ? null
        : new Abandon(
            interaction,
            new QueueKey(visit.queue(), visit.channel()),
            visit.begin(),
            visit.beginKnown(),
            visit.end());
  }

  /** The same in every run: {@code interaction/queue/offered}. */
  public String id() {
    return interaction + "/" + key.queue() + "/" + offeredAt;
  }

  /** How long it waited, in microseconds; meaningful only where its begin is known. */
  public long waited() {
    return Math.max(0, at - offeredAt);
  }
}
