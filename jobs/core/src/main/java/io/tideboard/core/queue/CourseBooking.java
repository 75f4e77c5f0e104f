// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

import static io.tideboard.core.lifecycle.QueueVisit.OPEN;

import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Response;
import io.tideboard.core.tally.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books what became of contacts as a whole: by arrival to when they were offered first, by event to
 * when each thing happened. What is the same before and after is left alone.
 */
final class CourseBooking {

  private final Periods periods;
  private final QueueTerms terms;
  private final OwnPromise promise;

  CourseBooking(Periods periods, QueueTerms terms, OwnPromise promise) {
    this.periods = periods;
    this.terms = terms;
    this.promise = promise;
  }

  void book(@Nullable ContactCourse before, @Nullable ContactCourse after) {
    boolean sameArrival =
        before != null && after != null && before.arrivedAt() == after.arrivedAt();
    if (before != null) {
      book(before, sameArrival ? after : null, -1);
    }
    if (after != null) {
      book(after, sameArrival ? before : null, 1);
    }
  }

  private void book(ContactCourse contact, @Nullable ContactCourse other, int times) {
    if (other == null) {
      mark(Measure.CONTACTS, contact, contact.arrivedAt(), times);
    }
    if (other == null || other.endedAt() != contact.endedAt()) {
      mark(Measure.CONTACTS_ENDED, contact, contact.endedAt(), times);
    }
    if (other == null || other.containedAt() != contact.containedAt()) {
      mark(Measure.CONTACTS_CONTAINED, contact, contact.containedAt(), times);
    }
    if (other == null || other.escalatedAt() != contact.escalatedAt()) {
      mark(Measure.CONTACTS_ESCALATED, contact, contact.escalatedAt(), times);
    }
    if (other == null
        || other.resolvedAt() != contact.resolvedAt()
        || other.begunAt() != contact.begunAt()) {
      resolution(contact, times);
    }
    if (contact.unresolved() && (other == null || !other.unresolved())) {
      arrival(contact).add(Measure.OPEN, times);
    }
    responses(contact, other == null ? List.of() : other.responses(), times);
  }

  private void mark(Measure measure, ContactCourse contact, long at, int times) {
    if (at != OPEN) {
      arrival(contact).add(measure, times);
      periods.happened(at, terms.calendar(), to -> to.add(measure, times));
    }
  }

  private void resolution(ContactCourse contact, int times) {
    if (contact.resolvedAt() != OPEN) {
      Bookkeeping.resolved(contact, terms, arrival(contact), times);
      periods.happened(
          contact.resolvedAt(),
          terms.calendar(),
          to -> Bookkeeping.resolved(contact, terms, to, times));
      Timekeeping.resolved(contact, limitAt(contact.resolvedAt()), periods.lifetime(), times);
    }
  }

  private void responses(ContactCourse contact, List<Response> others, int times) {
    for (int i = 0; i < contact.responses().size(); i++) {
      Response response = contact.responses().get(i);
      boolean known = i < others.size() && others.get(i).equals(response);
      if (response.given() && !known) {
        Bookkeeping.responded(response, terms, arrival(contact), times);
        periods.happened(
            response.answeredAt(),
            terms.calendar(),
            to -> Bookkeeping.responded(response, terms, to, times));
        Timekeeping.responded(response, limitAt(response.answeredAt()), periods.lifetime(), times);
      }
    }
  }

  private long limitAt(long at) {
    return promise.at(at, terms).threshold();
  }

  private Booking arrival(ContactCourse contact) {
    return periods.arrivedAt(contact.arrivedAt(), terms.calendar());
  }
}
