// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.queue.QueueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What all the stories tell, sorted by the queue and channel that it belongs to. */
final class Placements {

  private final Map<QueueKey, List<Visit>> visits = new HashMap<>();
  private final Map<QueueKey, List<Leg>> legs = new HashMap<>();
  private final Map<QueueKey, List<WholeContact>> contacts = new HashMap<>();
  private final Map<QueueKey, List<Scored>> scores = new HashMap<>();

  /** A score, and whose it is. */
  record Scored(WholeContact contact, WholeContact.Given given) {}

  void add(Story story) {
    for (Visit visit : story.visits) {
      put(visits, visit.queue, story, visit);
    }
    for (Leg leg : story.legs) {
      put(legs, leg.queue, story, leg);
    }
    WholeContact contact = story.contact;
    if (contact.isTold()) {
      put(contacts, contact.queue, story, contact);
    }
    for (WholeContact.Given given : contact.scores) {
      put(scores, given.queue(), story, new Scored(contact, given));
    }
  }

  private static <T> void put(Map<QueueKey, List<T>> map, String queue, Story story, T item) {
    map.computeIfAbsent(new QueueKey(queue, story.channel), unused -> new ArrayList<>()).add(item);
  }

  Set<QueueKey> keys() {
    Set<QueueKey> keys = new TreeSet<>(visits.keySet());
    keys.addAll(legs.keySet());
    keys.addAll(contacts.keySet());
    keys.addAll(scores.keySet());
    return keys;
  }

  List<Visit> visits(QueueKey key) {
    return visits.getOrDefault(key, List.of());
  }

  List<Leg> legs(QueueKey key) {
    return legs.getOrDefault(key, List.of());
  }

  List<WholeContact> contacts(QueueKey key) {
    return contacts.getOrDefault(key, List.of());
  }

  List<Scored> scores(QueueKey key) {
    return scores.getOrDefault(key, List.of());
  }
}
