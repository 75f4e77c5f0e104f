// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import static io.tideboard.events.EventType.INTERACTION_ABANDONED;
import static io.tideboard.events.EventType.INTERACTION_ANSWERED;
import static io.tideboard.events.EventType.INTERACTION_CALLBACK_REQUESTED;
import static io.tideboard.events.EventType.INTERACTION_DEQUEUED;
import static io.tideboard.events.EventType.INTERACTION_ESCALATED;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_TRANSFERRED;

import io.tideboard.bench.Peer;
import io.tideboard.events.EventType;
import io.tideboard.events.compact.GlanceReader;
import io.tideboard.events.compact.InteractionGlance;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each contact waits for, and tells when that begins and ends. A contact that waits no
 * longer leaves nothing behind.
 */
@SuppressWarnings("NullAway.Init") // init() is called before anything else.
final class VisitProcessor implements Processor<String, byte[], QueueInterval, Counts> {

  static final String STORE = "visits";

  private static final Set<EventType> TYPES =
      EnumSet.of(
          INTERACTION_QUEUED,
          INTERACTION_TRANSFERRED,
          INTERACTION_ESCALATED,
          INTERACTION_ANSWERED,
          INTERACTION_ABANDONED,
          INTERACTION_DEQUEUED,
          INTERACTION_CALLBACK_REQUESTED);

  private static final long THRESHOLD_MICROS = Peer.THRESHOLD_SECONDS * 1_000_000L;

  private final Progress progress;
  private final GlanceReader reader = new GlanceReader(TYPES);
  private ProcessorContext<QueueInterval, Counts> context;
  private KeyValueStore<String, Visit> visits;

  VisitProcessor(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void init(ProcessorContext<QueueInterval, Counts> context) {
    this.context = context;
    visits = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, byte[]> event) {
    progress.read();
    InteractionGlance glance = reader.read(event.value());
    if (glance == null) {
      return;
    }
    Visit visit = visits.get(event.key());
    if (visit != null) {
      visits.delete(event.key());
      send(visit, ended(visit, glance), event.timestamp());
    }
    String joins = joins(glance);
    if (joins != null) {
      Visit next = new Visit(joins, glance.occurredAt());
      visits.put(event.key(), next);
      send(next, Counts.BEGUN, event.timestamp());
    }
  }

  private void send(Visit visit, Counts change, long timestamp) {
    progress.sent();
    context.forward(new Record<>(visit.interval(), change, timestamp));
  }

  /** The queue that a visit begins in, or null. */
  private static @Nullable String joins(InteractionGlance event) {
    return switch (event.type()) {
      case INTERACTION_QUEUED -> event.queue();
      case INTERACTION_TRANSFERRED, INTERACTION_ESCALATED -> event.toQueue();
      default -> null;
    };
  }

  private static Counts ended(Visit visit, InteractionGlance event) {
    return switch (event.type()) {
      case INTERACTION_ANSWERED ->
          event.occurredAt() - visit.begin() <= THRESHOLD_MICROS
              ? Counts.ANSWERED_WITHIN
              : Counts.ANSWERED_LATE;
      case INTERACTION_ABANDONED -> Counts.ABANDONED;
      default -> Counts.LEFT;
    };
  }
}
