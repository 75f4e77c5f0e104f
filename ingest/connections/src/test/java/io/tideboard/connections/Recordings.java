// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SourceRestarted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recordings of a made-up Asterisk, and what they add up to. */
final class Recordings {

  /** Per queue: offered, answered, abandoned, flowed out, lost, still open. */
  static final Map<String, List<Integer>> TOTALS =
      Map.of("orders", List.of(26, 13, 6, 6, 1, 0), "service", List.of(25, 13, 3, 9, 0, 0));

  private static final String LOGGED_IN = "Message: Authentication accepted\r\n\r\n";

  private Recordings() {}

  static byte[] of(String name) {
    try (InputStream in =
        Recordings.class.getResourceAsStream("/io/tideboard/platforms/asterisk/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a connection says after its login. */
  static byte[] afterLogin(String name) {
    String all = new String(of(name), StandardCharsets.UTF_8);
    return all.substring(all.indexOf(LOGGED_IN) + LOGGED_IN.length())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Per queue, counted the naive way: in the order of time, each id once. */
  static Map<String, List<Integer>> totals(List<Event> told) {
    Map<String, Event> once = new LinkedHashMap<>();
    told.forEach(event -> once.putIfAbsent(event.header().id(), event));
    List<Event> events = new ArrayList<>(once.values());
    events.sort(
        Comparator.comparing((Event event) -> event.header().occurredAt())
            .thenComparing(event -> event.type().number()));
    Map<String, int[]> totals = new TreeMap<>();
    Map<String, String> waiting = new HashMap<>();
    for (Event event : events) {
      if (event instanceof SourceRestarted) {
        waiting.values().forEach(queue -> totals.get(queue)[4]++);
        waiting.clear();
      } else if (event instanceof InteractionEvent interaction) {
        count(interaction, totals, waiting);
      }
    }
    waiting.values().forEach(queue -> totals.get(queue)[5]++);
    Map<String, List<Integer>> lists = new TreeMap<>();
    totals.forEach(
        (queue, counts) -> lists.put(queue, java.util.Arrays.stream(counts).boxed().toList()));
    return lists;
  }

  private static void count(
      InteractionEvent event, Map<String, int[]> totals, Map<String, String> waiting) {
    int which =
        switch (event.type()) {
          case INTERACTION_QUEUED -> 0;
          case INTERACTION_ANSWERED -> 1;
          case INTERACTION_ABANDONED -> 2;
          case INTERACTION_DEQUEUED -> 3;
          default -> -1;
        };
    if (which < 0) {
      return;
    }
    String queue = event.contact().queue();
    String id = event.contact().interaction();
    boolean right = which == 0 ? waiting.put(id, queue) == null : queue.equals(waiting.remove(id));
    if (!right) {
      throw new AssertionError(event + " does not follow from what was before");
    }
    totals.computeIfAbsent(queue, unknown -> new int[6])[which]++;
  }
}
