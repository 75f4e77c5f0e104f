// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Translation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gathers a translation entry by entry. An entry becomes events, all of them or none, or it is
 * refused, or it is ignored: so that the counts of the three add up to the entries received.
 */
public final class Entries {

  /** Kinds are named by senders: more than these are counted together, and long ones are cut. */
  private static final int MOST_KINDS = 64;

  private static final int LONGEST_KIND = 64;

  /** Under which name kinds beyond the first 64 are counted. */
  public static final String OTHER_KINDS = "other";

  private final List<Event> events = new ArrayList<>();
  private final List<InvalidEvent> refused = new ArrayList<>();
  private final Map<String, Integer> ignored = new HashMap<>();

  /**
   * Reads one entry: what it gives are its events, nothing means that it is of no concern, and
   * {@link InvalidEvent} refuses it.
   *
   * @param kind as the platform names it, under which it is counted when it is ignored
   */
  public void read(String kind, Supplier<List<Event>> entry) {
    try {
      List<Event> told = entry.get();
      if (told.isEmpty()) {
        ignore(kind);
      }
      events.addAll(told);
    } catch (InvalidEvent e) {
      refused.add(e);
    }
  }

  /** Refuses one entry. */
  public void refuse(InvalidEvent why) {
    refused.add(why);
  }

  /** Counts one entry of a kind that is of no concern. */
  public void ignore(String kind) {
    String shortKind = kind.length() <= LONGEST_KIND ? kind : kind.substring(0, LONGEST_KIND);
    boolean known = ignored.containsKey(shortKind) || ignored.size() < MOST_KINDS;
    ignored.merge(known ? shortKind : OTHER_KINDS, 1, Integer::sum);
  }

  /**
   * What was gathered: the events by their times, in the order of telling where these are equal.
   */
  public Translation translation() {
    events.sort(Comparator.comparing(event -> event.header().occurredAt()));
    return new Translation(events, refused, ignored);
  }
}
