// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.SourceRestarted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recordings of a made-up Asterisk, and what any recording adds up to. */
public final class Recorded {

  /** Per queue: offered, answered, abandoned, flowed out, lost, still open. */
  public static final Map<String, List<Integer>> TOTALS =
      Map.of("orders", List.of(26, 13, 6, 6, 1, 0), "service", List.of(25, 13, 3, 9, 0, 0));

  private static final String LOGGED_IN = "Message: Authentication accepted\r\n\r\n";

  private Recorded() {}

  /** One of the recordings. */
  public static byte[] of(String name) {
    try (InputStream in =
        Recorded.class.getResourceAsStream("/io/tideboard/platforms/asterisk/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the manager said on its three connections, after each login. */
  public static List<byte[]> manager() {
    return List.of(
        afterLogin(of("ami-1.txt")),
        afterLogin(of("ami-2-cut-off.txt")),
        afterLogin(of("ami-3-after-restart.txt")));
  }

  /** A recording without its login. */
  public static byte[] afterLogin(byte[] recording) {
    String all = new String(recording, StandardCharsets.ISO_8859_1);
    return all.substring(all.indexOf(LOGGED_IN) + LOGGED_IN.length())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Per queue, counted the naive way: in the order of time, each id once. */
  public static Map<String, List<Integer>> totals(List<Event> told) {
    Map<String, Event> once = new LinkedHashMap<>();
    told.forEach(event -> once.putIfAbsent(event.header().id(), event));
    Map<String, int[]> totals = new TreeMap<>();
    Map<String, String> waiting = new HashMap<>();
    once.values().stream()
        .sorted(
            Comparator.comparing((Event event) -> event.header().occurredAt())
                .thenComparing(event -> event.type().number()))
        .forEach(event -> count(event, totals, waiting));
    waiting.values().forEach(queue -> totals.get(queue)[5]++);
    Map<String, List<Integer>> lists = new TreeMap<>();
    totals.forEach((queue, counts) -> lists.put(queue, Arrays.stream(counts).boxed().toList()));
    return lists;
  }

  private static void count(Event event, Map<String, int[]> totals, Map<String, String> waiting) {
    if (event instanceof SourceRestarted) {
      waiting.values().forEach(queue -> totals.get(queue)[4]++);
      waiting.clear();
    } else if (event instanceof InteractionEvent interaction) {
      String queue = interaction.contact().queue();
      String id = interaction.contact().interaction();
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
      boolean follows =
          which == 0 ? waiting.put(id, queue) == null : queue.equals(waiting.remove(id));
      if (!follows) {
        throw new AssertionError(event + " does not follow from what was before");
      }
      totals.computeIfAbsent(queue, first -> new int[6])[which]++;
    }
  }
}
