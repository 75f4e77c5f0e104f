// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.telephony;

import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SourceRestarted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What events add up to per queue, counted the naive way: in their order, each id once. */
public record QueueTotals(
    int offered, int answered, int abandoned, int flowedOut, int lost, int open) {

  private static final QueueTotals NONE = new QueueTotals(0, 0, 0, 0, 0, 0);

  /** By queue. Fails on an end of a visit that did not begin. */
  public static Map<String, QueueTotals> of(List<Event> told) {
    Map<String, Event> once = new LinkedHashMap<>();
    told.forEach(event -> once.putIfAbsent(event.header().id(), event));
    List<Event> events = new ArrayList<>(once.values());
    events.sort(
        Comparator.comparing((Event event) -> event.header().occurredAt())
            .thenComparing(event -> event.type().number()));
    Map<String, QueueTotals> totals = new TreeMap<>();
    Map<String, String> waiting = new HashMap<>();
    for (Event event : events) {
      if (event instanceof SourceRestarted) {
        waiting.values().forEach(queue -> add(totals, queue, new QueueTotals(0, 0, 0, 0, 1, 0)));
        waiting.clear();
      } else if (event instanceof InteractionEvent interaction) {
        count(interaction, totals, waiting);
      }
    }
    waiting.values().forEach(queue -> add(totals, queue, new QueueTotals(0, 0, 0, 0, 0, 1)));
    return totals;
  }

  private static void count(
      InteractionEvent event, Map<String, QueueTotals> totals, Map<String, String> waiting) {
    String queue = event.contact().queue();
    String id = event.contact().interaction();
    QueueTotals one =
        switch (event.type()) {
          case INTERACTION_QUEUED -> new QueueTotals(1, 0, 0, 0, 0, 0);
          case INTERACTION_ANSWERED -> new QueueTotals(0, 1, 0, 0, 0, 0);
          case INTERACTION_ABANDONED -> new QueueTotals(0, 0, 1, 0, 0, 0);
          case INTERACTION_DEQUEUED -> new QueueTotals(0, 0, 0, 1, 0, 0);
          default -> NONE;
        };
    if (one.equals(NONE)) {
      return;
    }
    String before = one.offered == 1 ? waiting.put(id, queue) : waiting.remove(id);
    String expected = one.offered == 1 ? null : queue;
    if (before == null ? expected != null : !before.equals(expected)) {
      throw new AssertionError(event.type() + " of " + id + " in " + queue + ", not " + before);
    }
    add(totals, queue, one);
  }

  private static void add(Map<String, QueueTotals> totals, String queue, QueueTotals more) {
    totals.merge(
        queue,
        more,
        (a, b) ->
            new QueueTotals(
                a.offered + b.offered,
                a.answered + b.answered,
                a.abandoned + b.abandoned,
                a.flowedOut + b.flowedOut,
                a.lost + b.lost,
                a.open + b.open));
  }
}
