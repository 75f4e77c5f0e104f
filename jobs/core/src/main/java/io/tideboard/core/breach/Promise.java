// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.breach;

import static io.tideboard.core.lifecycle.QueueVisit.OPEN;

import io.tideboard.core.lifecycle.Channels;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.QueueVisit;
import io.tideboard.core.lifecycle.Response;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.QueueTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a queue promised to a contact: which warnings and breaches there are, and when.
 *
 * @param key whose promise it is
 * @param begin since when the contact waits for it to be kept, in microseconds
 * @param end when it was kept, or did not matter any more; {@link QueueVisit#OPEN} while it is due
 * @param limit within which it is to be kept
 * @param riskAfter after which it is at risk
 */
record Promise(PromiseKind kind, QueueKey key, long begin, long end, long limit, long riskAfter) {

  /** No further warning or breach will come. */
  static final long NEVER = Long.MAX_VALUE;

  /** Every promise to a contact, kept or not. */
  static List<Promise> to(Interaction contact, Function<QueueKey, QueueTerms> terms) {
    List<Promise> all = new ArrayList<>(2);
    for (QueueVisit visit : contact.visits()) {
      if (visit.beginKnown() && !Channels.asynchronous(visit.channel())) {
        QueueTerms its = terms.apply(new QueueKey(visit.queue(), visit.channel()));
        long end = visit.waiting() ? OPEN : visit.begin() + visit.waitMicros();
        all.add(of(PromiseKind.WAIT, its, visit.begin(), end));
      }
    }
    ContactCourse course = contact.course();
    if (course != null && Channels.asynchronous(course.channel())) {
      toAsynchronous(course, terms.apply(new QueueKey(course.queue(), course.channel())), all);
    }
    return all;
  }

  private static void toAsynchronous(ContactCourse course, QueueTerms terms, List<Promise> all) {
    for (Response response : course.responses()) {
      all.add(of(PromiseKind.FIRST_RESPONSE, terms, response.askedAt(), response.answeredAt()));
    }
    if (course.dueSince() != OPEN) {
      all.add(of(PromiseKind.FIRST_RESPONSE, terms, course.dueSince(), OPEN));
    }
    if (terms.resolution() != OPEN) {
      all.add(of(PromiseKind.RESOLUTION, terms, course.begunAt(), course.closedAt()));
    }
  }

  private static Promise of(PromiseKind kind, QueueTerms terms, long begin, long end) {
    return kind == PromiseKind.RESOLUTION
        ? new Promise(
            kind, terms.key(), begin, end, terms.resolution(), terms.resolutionAtRiskAfter())
        : new Promise(kind, terms.key(), begin, end, terms.threshold(), terms.atRiskAfter());
  }

  boolean isOpen() {
    return end == OPEN;
  }

  /** Whether it is the same promise, as far as it had come. */
  boolean continues(Promise other) {
    return kind == other.kind && begin == other.begin && key.equals(other.key);
  }

  /**
   * Every warning and breach that is certain when time has come to {@code until}. Of a promise that
   * is not due any more everything is certain.
   */
  List<Breach> broken(String interaction, long until) {
    // At the instant itself an answer is still in time, and one who waits is not.
    long lasted = isOpen() ? until - begin : end - begin - 1;
    if (lasted < riskAfter) {
      return List.of();
    }
    List<Breach> found = new ArrayList<>(3);
    found.add(breach(BreachKind.AT_RISK, interaction, riskAfter));
    if (lasted >= limit) {
      found.add(breach(BreachKind.BREACH, interaction, limit));
      if (!isOpen()) {
        found.add(breach(BreachKind.RESOLVED, interaction, end - begin));
      }
    }
    return found;
  }

  private Breach breach(BreachKind what, String interaction, long waited) {
    return new Breach(what, kind, interaction, key, begin, begin + waited, waited, limit);
  }

  /** When the next warning or breach comes after {@code after}, or NEVER. */
  long next(long after) {
    if (!isOpen()) {
      return NEVER;
    }
    long atRisk = begin + riskAfter;
    long breach = begin + limit;
    return atRisk > after ? atRisk : breach > after ? breach : NEVER;
  }

  /** The last warning or breach that came by {@code until}, or long ago. */
  long last(long until) {
    long atRisk = begin + riskAfter;
    long breach = begin + limit;
    return breach <= until ? breach : atRisk <= until ? atRisk : Long.MIN_VALUE;
  }
}
