// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import io.tideboard.traffic.BadFile;
import io.tideboard.traffic.table.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Turns one row into its events. */
final class RowReader {

  /** Events of a queue visit, which name its queue. */
  private static final Set<EventType> OF_VISIT =
      EnumSet.of(
          EventType.INTERACTION_QUEUED,
          EventType.INTERACTION_OFFERED,
          EventType.INTERACTION_DECLINED,
          EventType.INTERACTION_ANSWERED,
          EventType.INTERACTION_ABANDONED,
          EventType.INTERACTION_DEQUEUED,
          EventType.INTERACTION_CALLBACK_REQUESTED);

  private final CallMapping mapping;
  private final TimeFormat times;

  RowReader(CallMapping mapping) {
    this.mapping = mapping;
    this.times = new TimeFormat(mapping.times());
  }

  /**
   * The events of a row, in the order of the mapping.
   *
   * @throws BadFile naming line, column, value and expectation
   */
  List<Event> events(Row row) {
    CallOutcome outcome =
        mapping.outcomes().stream()
            .filter(candidate -> candidate.matches(row, times))
            .findFirst()
            .orElseThrow(() -> unmatched(row));
    Map<EventType, Integer> seen = new EnumMap<>(EventType.class);
    List<Event> events = new ArrayList<>();
    for (EventRecipe recipe : outcome.events()) {
      int count = seen.merge(recipe.eventType(), 1, Integer::sum);
      String id = recipe.type() + (count == 1 ? "" : "-" + count);
      events.add(event(row, recipe, id, events.isEmpty()));
    }
    return events;
  }

  private Event event(Row row, EventRecipe recipe, String id, boolean first) {
    EventType type = recipe.eventType();
    String interaction = mapping.interaction().of(row);
    try {
      EventDraft draft =
          new EventDraft(type)
              .set(EventField.ID, interaction + "#" + id)
              .set(EventField.SOURCE, mapping.source())
              .set(EventField.TIME, time(row, recipe))
              .set(EventField.INTERACTION, interaction)
              .set(EventField.CHANNEL, value(EventField.CHANNEL, mapping.channel().of(row)));
      if (mapping.queue() != null && OF_VISIT.contains(type)) {
        draft.set(EventField.QUEUE, mapping.queue().of(row));
      }
      if (first) {
        describe(row, draft);
      }
      recipe
          .fields()
          .forEach((field, template) -> draft.set(field, value(field, template.of(row))));
      return draft.build();
    } catch (InvalidEvent e) {
      throw BadFile.at(
          row.table().file(), row.line(), "event " + recipe.type() + ": " + e.getMessage());
    }
  }

  private void describe(Row row, EventDraft draft) {
    if (mapping.customer() != null) {
      draft.set(EventField.CUSTOMER, mapping.customer().of(row));
    }
    Map<String, String> attributes = new HashMap<>();
    mapping.pairs().forEach((name, template) -> attributes.put(name, template.of(row)));
    attributes.values().removeIf(String::isEmpty);
    if (!attributes.isEmpty()) {
      draft.set(EventField.ATTRIBUTES, attributes);
    }
  }

  private Instant time(Row row, EventRecipe recipe) {
    Instant bound =
        recipe.notBefore() == null || !times.isPresent(row, recipe.notBefore())
            ? Instant.MIN
            : times.time(row, recipe.notBefore());
    for (String column : recipe.at()) {
      if (times.isPresent(row, column)) {
        Instant time = times.time(row, column);
        for (String added : recipe.added()) {
          time = time.plus(times.length(row, added));
        }
        if (!time.isBefore(bound)) {
          return time;
        }
      }
    }
    String last = recipe.at().get(recipe.at().size() - 1);
    throw row.bad(
        last,
        row.value(last),
        "the time of event "
            + recipe.type()
            + (recipe.notBefore() == null ? "" : ", not before " + recipe.notBefore()));
  }

  private static Object value(EventField field, String text) {
    return switch (field.kind()) {
      case CHOICE -> field.choice(text);
      case WHOLE -> whole(field, text);
      default -> text;
    };
  }

  private static Integer whole(EventField field, String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new InvalidEvent(ErrorCode.INVALID_VALUE, field.wire(), text, field.expected());
    }
  }

  private BadFile unmatched(Row row) {
    Map<String, String> asked = new TreeMap<>();
    for (CallOutcome outcome : mapping.outcomes()) {
      outcome.asked().forEach(column -> asked.put(column, row.value(column)));
    }
    return BadFile.at(
        row.table().file(), row.line(), "no outcome of the mapping fits a row with " + asked);
  }
}
