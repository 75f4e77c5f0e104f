// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.agents.Served;
import io.tideboard.core.breach.Breach;
import io.tideboard.core.breach.BreachKind;
import io.tideboard.core.breach.WatchStep;
import io.tideboard.core.followup.ClosedContact;
import io.tideboard.core.lifecycle.ContactCourse;
import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.queue.DeltaBatch;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.queue.Rejection;
import io.tideboard.core.results.Abandon;
import io.tideboard.core.results.BreachRecord;
import io.tideboard.flink.agents.AgentNews;
import io.tideboard.flink.agents.AgentTypes;
import io.tideboard.flink.state.Types;
import java.time.Duration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Tells everybody what became of a contact: its queues what changed, gathered by queue until {@link
 * #send}; its agents whom they served; its customer what was closed; and the world who gave up,
 * whose promise is at risk or broken, and what could not be taken.
 */
final class Telling {

  static final OutputTag<Publication> BREACHES = new OutputTag<>("breaches", Types.PUBLICATION);
  static final OutputTag<Publication> ABANDONS = new OutputTag<>("abandons", Types.PUBLICATION);
  static final OutputTag<Publication> REJECTED = new OutputTag<>("rejected", Types.PUBLICATION);
  static final OutputTag<CustomerNews> CUSTOMERS =
      new OutputTag<>("customers", Types.CUSTOMER_NEWS);
  static final OutputTag<AgentNews> SERVED = new OutputTag<>("served", AgentTypes.AGENT_NEWS);

  private static final int MOST_GATHERED = 4096;

  private final Output<StreamRecord<QueueChange>> output;
  private final Counter rejected;
  private final Duration allowedLateness;
  private final DeltaBatch gathered = new DeltaBatch();

  Telling(Output<StreamRecord<QueueChange>> output, Counter rejected, Duration allowedLateness) {
    this.output = output;
    this.rejected = rejected;
    this.allowedLateness = allowedLateness;
  }

  /** What a step changed, with those who gave up and what the contact's customer has to know. */
  void changed(String key, ContactEntry before, WatchStep step) {
    changed(step);
    if (Abandon.concerns(step.facts())) {
      Abandon.tell(
          key,
          before.watched().interaction().visits(),
          step.watched().interaction().visits(),
          told -> output.collect(ABANDONS, new StreamRecord<>(Publication.of(told))));
    }
    if (before.customer() != 0) {
      for (Fact fact : step.facts()) {
        if (fact instanceof Fact.CourseRevised revised) {
          customer(before, ClosedContact.of(key, before.topic(), revised));
        }
      }
    }
  }

  /** What a step changed for queues and agents, and which promises it breaks or takes back. */
  void changed(WatchStep step) {
    for (Fact fact : step.facts()) {
      gathered.take(fact);
      if (fact instanceof Fact.LegRevised leg) {
        Served.tell(
            leg, served -> output.collect(SERVED, new StreamRecord<>(AgentNews.of(served))));
      }
    }
    // What was told before is taken back first: what is told anew may have the same id.
    step.withdrawn().forEach(breach -> breach(breach, true));
    step.broken().forEach(breach -> breach(breach, false));
    if (gathered.size() >= MOST_GATHERED) {
      send();
    }
  }

  private void breach(Breach breach, boolean withdrawn) {
    output.collect(
        BREACHES, new StreamRecord<>(Publication.of(new BreachRecord(breach, withdrawn))));
    if (breach.kind() == BreachKind.BREACH) {
      gathered.breached(breach.key(), withdrawn ? -1 : 1);
    }
  }

  /** A closed contact of a known customer; nothing when nobody knows whose it is. */
  void customer(ContactEntry entry, @Nullable ClosedContact contact) {
    if (contact != null) {
      output.collect(CUSTOMERS, new StreamRecord<>(new CustomerNews(entry.customer(), contact)));
    }
  }

  /** That nobody waits for the contact's resolution any more. */
  void forgotten(ContactEntry entry) {
    ContactCourse course = entry.watched().interaction().course();
    if (course != null && course.unresolved()) {
      gathered.take(new Fact.CourseRevised(course, course.asSettled()));
    }
  }

  /** An event that could not be taken, with its bytes and the reason. */
  void rejected(byte[] event, ContactEntry entry, Rejection why) {
    rejected.inc();
    Interaction interaction = entry.watched().interaction();
    gathered.rejected(new QueueKey(interaction.latestQueue(), interaction.channel()), why);
    String expected =
        why == Rejection.TOO_LATE
            ? "expected to be received at most " + allowedLateness + " afterwards"
            : "expected no more events of one interaction";
    output.collect(REJECTED, new StreamRecord<>(RejectedEvents.of(event, why, expected)));
  }

  /** Sends to each queue what was gathered for it. */
  void send() {
    gathered.drain((key, delta) -> output.collect(new StreamRecord<>(new QueueChange(key, delta))));
  }
}
