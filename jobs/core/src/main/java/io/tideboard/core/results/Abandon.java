// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.results;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Outcome;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.queue.QueueKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * What became known of a contact: that it gave up, or did not after all. What is withdrawn comes
   * first.
   */
  public static void tell(
      String interaction,
      List<QueueVisit> before,
      List<QueueVisit> after,
      Consumer<AbandonRecord> taker) {
    Map<String, Abandon> was = all(interaction, before);
    Map<String, Abandon> is = all(interaction, after);
    was.forEach(
        (id, abandon) -> {
          if (!is.containsKey(id)) {
            taker.accept(new AbandonRecord(abandon, true));
          }
        });
    is.forEach(
        (id, abandon) -> {
          if (!abandon.equals(was.get(id))) {
            taker.accept(new AbandonRecord(abandon, false));
          }
        });
  }

  private static Map<String, Abandon> all(String interaction, List<QueueVisit> visits) {
    Map<String, Abandon> all = new LinkedHashMap<>(2);
    for (QueueVisit visit : visits) {
      if (isOne(visit)) {
        Abandon abandon = of(interaction, visit);
        all.put(abandon.id(), abandon);
      }
    }
    return all;
  }

  /** Whether such facts tell of anybody who gives up: mostly not. */
  public static boolean concerns(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact instanceof Fact.VisitRevised revised
          && (isOne(revised.before()) || isOne(revised.after()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(@Nullable QueueVisit visit) {
    return visit != null && visit.outcome() == Outcome.ABANDONED;
  }

  private static Abandon of(String interaction, QueueVisit visit) {
    return new Abandon(
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
