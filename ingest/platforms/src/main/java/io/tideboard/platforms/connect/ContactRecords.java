// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.connect;

import io.tideboard.events.Event;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.time.Instant;
import java.util.List;

/**
 * Contact records: a contact as a whole, after its end. They come at least once and again with each
 * update, with the same facts and so the same ids. {@code Queue.Duration} is left alone: for a
 * callback it has the delay before the wait in it.
 */
final class ContactRecords {

  private ContactRecords() {}

  static List<Event> of(Payload record, String source, Names names) {
    Contact contact = Contact.of(record);
    if (contact.isMonitoring()) {
      return List.of();
    }
    Payload queue = record.at("queue");
    Payload agent = record.at("agent");
    Instant connected = Arns.time(agent, "connectedToAgentTimestamp");
    Instant disconnected = Arns.time(record, "disconnectTimestamp");
    Instant enqueued = Arns.time(queue, "enqueueTimestamp");
    Disconnect how = Disconnect.of(record.text("disconnectReason"));
    ContactFacts facts =
        new ContactFacts(
            contact,
            source,
            Arns.queue(names, queue.text("arn"), queue.text("name")),
            Arns.agent(names, agent.text("arn"), agent.text("username")));
    facts.created(Arns.time(record, "initiationTimestamp"));
    facts.queued(enqueued).answered(connected);
    if (enqueued != null && connected == null && !contact.isDialled()) {
      Instant dequeued = Arns.time(queue, "dequeueTimestamp");
      how = contact.inQueue(how);
      facts.leftQueue(dequeued == null ? disconnected : dequeued, how);
    }
    facts.ended(disconnected, how);
    if (connected != null) {
      Instant wrapped = Arns.time(agent, "afterContactWorkEndTimestamp");
      facts.wrappedUp(wrapped == null ? disconnected : wrapped);
    }
    return facts.events();
  }
}
