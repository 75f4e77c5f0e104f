// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.PromiseKind;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.queue.QueueKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which warnings and breaches a contact caused, once everything is known of it. */
final class Promises {

  private static final Set<String> ASYNCHRONOUS =
      Set.of("email", "messaging", "sms", "social", "app", "forum");

  private final QueueCatalog catalog;
  private final Story story;
  private final List<Breach> found = new ArrayList<>();

  private Promises(Story story, QueueCatalog catalog) {
    this.story = story;
    this.catalog = catalog;
  }

  /** All that are found in the story of a contact. */
  static List<Breach> of(Story story, QueueCatalog catalog) {
    Promises promises = new Promises(story, catalog);
    if (ASYNCHRONOUS.contains(story.channel)) {
      if (story.contact.isTold()) {
        promises.ofQuestions(story.contact);
      }
    } else {
      story.visits.forEach(promises::ofWait);
    }
    return promises.found;
  }

  private void ofWait(Visit visit) {
    Duration threshold = catalog.of(visit.queue).threshold(story.channel);
    judge(PromiseKind.WAIT, visit.queue, visit.begin, visit.waited(), threshold);
  }

  private void ofQuestions(WholeContact contact) {
    QueueDefinition queue = catalog.of(contact.queue);
    Duration threshold = queue.threshold(story.channel);
    for (WholeContact.Answered each : contact.answers) {
      judge(PromiseKind.FIRST_RESPONSE, contact.queue, each.asked(), each.time(), threshold);
    }
    judge(PromiseKind.FIRST_RESPONSE, contact.queue, contact.asked(), null, threshold);
    if (queue.resolution() != null && contact.begun != null) {
      Instant closed =
          Stream.of(contact.resolved, contact.contained)
              .filter(Objects::nonNull)
              .min(Comparator.naturalOrder())
              .orElse(null);
      Duration open = closed == null ? null : Duration.between(contact.begun, closed);
      judge(PromiseKind.RESOLUTION, contact.queue, contact.begun, open, queue.resolution());
    }
  }

  /**
   * @param begin null when it is unknown: nothing was promised
   * @param lasted null when it never ended: longer than any limit
   */
  private void judge(
      PromiseKind promise,
      String queue,
      @Nullable Instant begin,
      @Nullable Duration lasted,
      Duration limit) {
    if (begin == null) {
      return;
    }
    long micros = Booked.micros(limit);
    long atRisk = Math.round(micros * catalog.of(queue).atRiskShare());
    Told told = new Told(promise, new QueueKey(queue, story.channel), begin, micros);
    if (longer(lasted, atRisk)) {
      found.add(told.breach(BreachKind.AT_RISK, story.interaction, atRisk));
    }
    if (longer(lasted, micros)) {
      found.add(told.breach(BreachKind.BREACH, story.interaction, micros));
      if (lasted != null) {
        found.add(told.breach(BreachKind.RESOLVED, story.interaction, Booked.micros(lasted)));
      }
    }
  }

  private static boolean longer(@Nullable Duration lasted, long micros) {
    return lasted == null || Booked.micros(lasted) > micros;
  }

  private record Told(PromiseKind promise, QueueKey key, Instant begin, long limit) {
    Breach breach(BreachKind kind, String interaction, long waited) {
      long began = Booked.micros(Duration.between(Instant.EPOCH, begin));
      return new Breach(kind, promise, interaction, key, began, began + waited, waited, limit);
    }
  }
}
