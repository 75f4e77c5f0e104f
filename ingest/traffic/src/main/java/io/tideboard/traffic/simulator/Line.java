// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those who wait for one queue on one channel, the urgent ones first, else in order. */
final class Line {

  final QueueProfile profile;
  final int weight;
  final List<Agent> agents = new ArrayList<>();

  /** What its contacts are about, as the attributes that say so. */
  final List<Map<String, String>> topics;

  private final Deque<Visit> urgent = new ArrayDeque<>();
  private final Deque<Visit> others = new ArrayDeque<>();
  private int signedIn;

  Line(QueueProfile profile) {
    this.profile = profile;
    this.weight = Media.weight(profile.channel());
    this.topics = profile.subjects().stream().map(topic -> Map.of("topic", topic)).toList();
  }

  Channel channel() {
    return profile.channel();
  }

  /** Whether nobody waits here for days: without agents, customers are sent away. */
  boolean closesWithoutAgents() {
    return profile.ways().patience() != null;
  }

  boolean staffed() {
    return signedIn > 0;
  }

  void signedIn(int more) {
    signedIn += more;
  }

  void add(Visit visit) {
    (visit.urgent ? urgent : others).addLast(visit);
  }

  void putBack(Visit visit) {
    (visit.urgent ? urgent : others).addFirst(visit);
  }

  @Nullable Visit first() {
    Visit visit = firstOf(urgent);
    return visit != null ? visit : firstOf(others);
  }

  /** Takes the visit that {@link #first()} showed. */
  void removeFirst() {
    (firstOf(urgent) != null ? urgent : others).removeFirst();
  }

  /** Those who have left stay in the deque until they come to its head. */
  private static @Nullable Visit firstOf(Deque<Visit> visits) {
    Visit visit = visits.peekFirst();
    while (visit != null && !visit.open) {
      visits.removeFirst();
      visit = visits.peekFirst();
    }
    return visit;
  }
}
