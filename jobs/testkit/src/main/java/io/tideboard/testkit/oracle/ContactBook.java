// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.oracle;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.QueueDefinition;
import io.tideboard.core.tally.Measure;
import io.tideboard.core.tally.Sample;
import io.tideboard.events.FeedbackKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts as a whole, and what was thought of them, counted for a queue and channel. */
final class ContactBook {

  private static final Booked.Period ALWAYS = at -> true;

  final QueueDefinition definition;
  final List<WholeContact> contacts;
  final List<Placements.Scored> scores;

  ContactBook(
      QueueDefinition definition, List<WholeContact> contacts, List<Placements.Scored> scores) {
    this.definition = definition;
    this.contacts = contacts;
    this.scores = scores;
  }

  void arrivals(Booked.Period period, NaiveTally tally) {
    for (WholeContact contact : contacts) {
      if (holds(period, contact.arrived())) {
        count(contact, ALWAYS, tally);
      }
    }
    scores.stream()
        .filter(score -> holds(period, score.contact().arrived()))
        .forEach(score -> scored(score.given(), tally));
  }

  void happened(Booked.Period period, NaiveTally tally) {
    contacts.forEach(contact -> count(contact, period, tally));
    scores.stream()
        .filter(score -> period.holds(score.given().at()))
        .forEach(score -> scored(score.given(), tally));
  }

  /** Every instant at which something is counted. */
  List<Instant> instants() {
    List<Instant> all = new ArrayList<>();
    for (WholeContact contact : contacts) {
      Stream.of(
              contact.arrived(),
              contact.ended,
              contact.resolved,
              contact.contained,
              contact.escalated)
          .filter(Objects::nonNull)
          .forEach(all::add);
      contact.answers.forEach(answer -> all.add(answer.answered()));
    }
    for (Placements.Scored score : scores) {
      Stream.of(score.contact().arrived(), score.given().at())
          .filter(Objects::nonNull)
          .forEach(all::add);
    }
    return all;
  }

  private void count(WholeContact contact, Booked.Period period, NaiveTally tally) {
    countIf(holds(period, contact.arrived()), Measure.CONTACTS, tally);
    countIf(holds(period, contact.ended), Measure.CONTACTS_ENDED, tally);
    countIf(holds(period, contact.contained), Measure.CONTACTS_CONTAINED, tally);
    countIf(holds(period, contact.escalated), Measure.CONTACTS_ESCALATED, tally);
    if (holds(period, contact.resolved) && contact.begun != null && contact.resolved != null) {
      tally.count(Measure.CONTACTS_RESOLVED);
      countIf(contact.customer != null, Measure.CUSTOMERS_RESOLVED, tally);
      countIf(contact.customer != null && contact.cameAgain, Measure.CUSTOMERS_CAME_AGAIN, tally);
      tally.add(
          Sample.RESOLUTION, Booked.micros(Duration.between(contact.begun, contact.resolved)));
      tally.add(Sample.RESOLUTION_IN_HOURS, openMicros(contact.begun, contact.resolved));
    }
    for (WholeContact.Answered answer : contact.answers) {
      if (answer.given() && period.holds(answer.answered())) {
        tally.count(Measure.RESPONSES);
        tally.add(Sample.FIRST_RESPONSE, Booked.micros(answer.time()));
        tally.add(Sample.FIRST_RESPONSE_IN_HOURS, openMicros(answer.asked(), answer.answered()));
      }
    }
  }

  private static void scored(WholeContact.Given given, NaiveTally tally) {
    double score = given.feedback().score();
    FeedbackKind kind = given.feedback().kind();
    countIf(kind == FeedbackKind.CSAT, Measure.CSAT_SCORES, tally);
    countIf(kind == FeedbackKind.CSAT && score >= 4, Measure.CSAT_SATISFIED, tally);
    countIf(kind == FeedbackKind.NPS, Measure.NPS_SCORES, tally);
    countIf(kind == FeedbackKind.NPS && score >= 9, Measure.NPS_PROMOTERS, tally);
    countIf(kind == FeedbackKind.NPS && score <= 6, Measure.NPS_DETRACTORS, tally);
    countIf(kind == FeedbackKind.CES, Measure.CES_SCORES, tally);
    tally.add(Measure.CES_THOUSANDTHS, kind == FeedbackKind.CES ? Math.round(score * 1_000) : 0);
  }

  /** The parts between full minutes, each of which is open or closed as a whole. */
  private long openMicros(Instant from, Instant to) {
    OpeningHours hours = definition.hours();
    if (hours.days().isEmpty()) {
      return Booked.micros(Duration.between(from, to));
    }
    long open = 0;
    Instant at = from;
    while (at.isBefore(to)) {
      Instant minuteEnd = at.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
      Instant end = minuteEnd.isBefore(to) ? minuteEnd : to;
      open += isOpen(at, hours) ? Booked.micros(Duration.between(at, end)) : 0;
      at = end;
    }
    return open;
  }

  private boolean isOpen(Instant at, OpeningHours hours) {
    ZonedDateTime local = at.atZone(definition.timeZone());
    OpeningHours.Times times = hours.days().get(local.getDayOfWeek());
    return times != null
        && !local.toLocalTime().isBefore(times.from())
        && local.toLocalTime().isBefore(times.until());
  }

  private static boolean holds(Booked.Period period, @Nullable Instant at) {
    return at != null && period.holds(at);
  }

  private static void countIf(boolean holds, Measure measure, NaiveTally tally) {
    tally.add(measure, holds ? 1 : 0);
  }
}
