// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.events.Channel;
import io.tideboard.events.Contact;
import io.tideboard.events.Event;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The simulated center with its contacts spread over queues in another way. */
final class Spread {

  /** The queue that gets nearly everything. */
  private static final String CROWDED = "Crowded";

  private static final int SHARES = 10;

  private Spread() {}

  /**
   * One queue gets so many tenths of all contacts.
   *
   * @param tenths 0 to 10
   */
  static Iterator<Event> crowding(Iterator<Event> events, int tenths) {
    return renaming(events, (contact, queue) -> part(contact, SHARES) < tenths ? CROWDED : queue);
  }

  /**
   * First so many e-mails arrive that nobody answers; then everything else, on so many queues.
   *
   * @param open how many stay open to the end
   */
  static Iterator<Event> withOpen(int open, int queues, Iterator<Event> events) {
    Event first = events.next();
    Instant begin = first.header().occurredAt();
    Iterator<Event> left =
        Stream.iterate(0, i -> i < open, i -> i + 1)
            .map(i -> unanswered(i, queue(i % queues), begin))
            .iterator();
    Iterator<Event> rest = renaming(events, (contact, queue) -> queue(part(contact, queues)));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Event next() {
        return left.hasNext() ? left.next() : rest.next();
      }
    };
  }

  private static Event unanswered(int number, String queue, Instant at) {
    Contact contact = Contact.of("open-" + number).on(Channel.EMAIL).in(queue);
    return new InteractionEvent(
        new EventHeader("open-" + number, "bench", at),
        contact,
        new InteractionChange.Queued(null));
  }

  private static String queue(int number) {
    return "queue-" + number;
  }

  private static int part(String contact, int parts) {
    return Math.floorMod(contact.hashCode() * 31, parts);
  }

  /**
   * @param naming from a contact and its queue to another queue
   */
  private static Iterator<Event> renaming(Iterator<Event> events, BinaryOperator<String> naming) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return events.hasNext();
      }

      @Override
      public Event next() {
        return renamed(events.next(), naming);
      }
    };
  }

  private static Event renamed(Event event, BinaryOperator<String> naming) {
    if (!(event instanceof InteractionEvent of) || of.contact().queue() == null) {
      return event;
    }
    Contact contact = of.contact();
    String queue = naming.apply(contact.interaction(), of.contact().queue());
    return new InteractionEvent(of.header(), contact.in(queue), of.change());
  }
}
