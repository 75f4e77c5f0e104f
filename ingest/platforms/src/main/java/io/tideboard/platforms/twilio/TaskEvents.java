// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import static io.tideboard.events.EventField.AGENT;
import static io.tideboard.events.EventField.BY;
import static io.tideboard.events.EventField.CHANNEL;
import static io.tideboard.events.EventField.CUSTOMER;
import static io.tideboard.events.EventField.DIRECTION;
import static io.tideboard.events.EventField.PRIORITY;
import static io.tideboard.events.EventField.QUEUE;
import static io.tideboard.events.EventField.REASON;
import static io.tideboard.events.EventField.TO_AGENT;
import static io.tideboard.events.EventType.INTERACTION_ABANDONED;
import static io.tideboard.events.EventType.INTERACTION_ANSWERED;
import static io.tideboard.events.EventType.INTERACTION_CREATED;
import static io.tideboard.events.EventType.INTERACTION_DECLINED;
import static io.tideboard.events.EventType.INTERACTION_DEQUEUED;
import static io.tideboard.events.EventType.INTERACTION_ENDED;
import static io.tideboard.events.EventType.INTERACTION_OFFERED;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_TRANSFERRED;
import static io.tideboard.events.EventType.INTERACTION_WRAPPED_UP;

import io.tideboard.events.Event;
import io.tideboard.events.EventField;
import io.tideboard.events.Party;
import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Story;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasks, their queues and their reservations. */
final class TaskEvents {

  private final TaskRouterEvent event;
  private final String source;
  private final Names names;

  TaskEvents(TaskRouterEvent event, String source, Names names) {
    this.event = event;
    this.source = source;
    this.names = names;
  }

  List<Event> events() {
    return switch (event.type()) {
      case "task.created" -> told(story().tell(INTERACTION_CREATED, at(), fact("created")));
      case "task-queue.entered" -> told(queued());
      case "task-queue.moved" -> told(leftQueue(begun(), "overflow"));
      case "task-queue.timeout" -> told(leftQueue(begun(), "timeout"));
      case "task.canceled" -> told(canceled());
      case "task.deleted" -> told(ended(leftQueue(begun(), "withdrawn"), Party.SYSTEM));
      case "task.system-deleted" -> told(ended(leftQueue(begun(), "timeout"), Party.SYSTEM));
      case "task.wrapup" -> told(ended(story(), null));
      case "task.completed" ->
          told(ended(story(), null).tell(INTERACTION_WRAPPED_UP, at(), fact("wrapped_up")));
      case "task.transfer-initiated" -> handedOver();
      case "reservation.created" ->
          told(worked(begun()).tell(INTERACTION_OFFERED, at(), fact("offered")));
      case "reservation.accepted" ->
          told(worked(begun()).tell(INTERACTION_ANSWERED, at(), fact("answered")));
      case "reservation.rejected" -> told(declined("rejected"));
      case "reservation.timeout" -> told(declined("no_answer"));
      case "reservation.completed" ->
          told(worked(story()).tell(INTERACTION_WRAPPED_UP, at(), fact("wrapped_up")));
      case "worker.activity.update", "worker.activity", "worker.deleted" ->
          List.of(new Worker(event, source, names).state());
      default -> List.of();
    };
  }

  private Story story() {
    TaskAttributes attributes = TaskAttributes.of(event.text("task_attributes"));
    return new Story(source, event.neededText("task_sid"))
        .with(CHANNEL, attributes.channel(event.text("task_channel_unique_name")))
        .with(DIRECTION, attributes.directed())
        .with(CUSTOMER, attributes.customer())
        .with(QUEUE, names.of(event.text("task_queue_sid"), event.text("task_queue_name")));
  }

  /** By its own time, but under the id that later events can make too. */
  private Story queued() {
    Instant entered = event.time("task_queue_entered_date");
    String id = visit("queued", entered == null ? at() : entered);
    return story().tell(INTERACTION_QUEUED, at(), id, priority());
  }

  /** Also tells when the wait began, where that is repeated: callbacks that fail are lost. */
  private Story begun() {
    Instant entered = event.time("task_queue_entered_date");
    return entered == null || !hasQueue()
        ? story()
        : story().tell(INTERACTION_QUEUED, entered, visit("queued", entered), priority());
  }

  private boolean hasQueue() {
    return event.text("task_queue_sid") != null || event.text("task_queue_name") != null;
  }

  /**
   * A visit's id has no event's: other events repeat its beginning, which they have to the second.
   */
  private String visit(String kind, Instant entered) {
    String queue = event.text("task_queue_sid");
    return Ids.of(
        event.neededText("task_sid"),
        queue == null ? String.valueOf(event.text("task_queue_name")) : queue,
        kind,
        entered.getEpochSecond());
  }

  /** Timing out and moving on are told of one visit one after the other: it is left once. */
  private Story leftQueue(Story story, String reason) {
    Instant entered = event.time("task_queue_entered_date");
    String id = entered == null ? fact("dequeued") : visit("dequeued", entered);
    return story.tell(INTERACTION_DEQUEUED, at(), id, Map.of(REASON, reason));
  }

  /**
   * Only a task that waits can be canceled: by the customer who hangs up, or else by the system.
   */
  private Story canceled() {
    Story story = begun();
    String told = event.text("task_canceled_reason");
    String reason = told == null ? event.text("reason") : told;
    String lower = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    if (lower.contains("ttl") || lower.contains("timeout") || lower.contains("timed out")) {
      return ended(leftQueue(story, "timeout"), Party.SYSTEM);
    }
    if (lower.contains("workflow") || lower.contains("no longer") || lower.contains("deleted")) {
      return ended(leftQueue(story, "withdrawn"), Party.SYSTEM);
    }
    story.tell(INTERACTION_ABANDONED, at(), fact("abandoned"));
    return ended(story, Party.CUSTOMER);
  }

  private Story ended(Story story, @Nullable Party by) {
    return story.tell(
        INTERACTION_ENDED, at(), fact("ended"), by == null ? Map.of() : Map.of(BY, by));
  }

  /** A warm transfer is over when the other worker accepts, and that answer tells it. */
  private List<Event> handedOver() {
    if (!"COLD".equalsIgnoreCase(event.text("transfer_mode"))) {
      return List.of();
    }
    String to = event.text("transfer_to");
    String worker = to != null && to.startsWith("WK") ? names.of(to, null) : null;
    Map<EventField, Object> target = worker == null ? Map.of() : Map.of(TO_AGENT, worker);
    return told(story().tell(INTERACTION_TRANSFERRED, at(), fact("transferred"), target));
  }

  private Story declined(String reason) {
    return worked(begun())
        .tell(INTERACTION_DECLINED, at(), fact("declined"), Map.of(REASON, reason));
  }

  private Story worked(Story story) {
    return story.with(AGENT, names.of(event.text("worker_sid"), event.text("worker_name")));
  }

  private Map<EventField, Object> priority() {
    String priority = event.text("task_priority");
    try {
      return priority == null ? Map.of() : Map.of(PRIORITY, Integer.valueOf(priority));
    } catch (NumberFormatException e) {
      return Map.of();
    }
  }

  private Instant at() {
    return event.at();
  }

  private String fact(String kind) {
    return event.fact(kind);
  }

  private static List<Event> told(Story story) {
    return story.events();
  }
}
