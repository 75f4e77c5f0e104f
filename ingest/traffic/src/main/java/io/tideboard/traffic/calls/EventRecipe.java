// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.calls;

import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.traffic.Nearest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One event of an outcome.
 *
 * @param type what happened, such as {@code answered} for {@code interaction.answered}
 * @param at the columns that may hold its time; the first one counts that is present and not before
 *     {@code notBefore}
 * @param notBefore a column of times; absent for no bound
 * @param plusSeconds columns of seconds that are added to the time
 * @param queue the queue; where absent the mapping's own, for events of a queue visit
 */
public record EventRecipe(
    String type,
    List<String> at,
    @Nullable String notBefore,
    @Nullable List<String> plusSeconds,
    @Nullable Template queue,
    @Nullable Template agent,
    @Nullable Template toQueue,
    @Nullable Template toAgent,
    @Nullable Template by,
    @Nullable Template author,
    @Nullable Template reason,
    @Nullable Template priority) {

  private static final String PREFIX = "interaction.";

  public EventRecipe {
    Required.text("events.type", type);
    at = Required.list("events.at", at);
    plusSeconds = Required.any(plusSeconds);
    eventType(type);
  }

  EventType eventType() {
    return eventType(type);
  }

  List<String> added() {
    return Required.any(plusSeconds);
  }

  /** The fields that it sets, and to what. */
  Map<EventField, Template> fields() {
    Map<EventField, Template> fields = new EnumMap<>(EventField.class);
    put(fields, EventField.QUEUE, queue);
    put(fields, EventField.AGENT, agent);
    put(fields, EventField.TO_QUEUE, toQueue);
    put(fields, EventField.TO_AGENT, toAgent);
    put(fields, EventField.BY, by);
    put(fields, EventField.AUTHOR, author);
    put(fields, EventField.REASON, reason);
    put(fields, EventField.PRIORITY, priority);
    return fields;
  }

  Set<String> columns() {
    Set<String> columns = new TreeSet<>(at);
    columns.addAll(added());
    if (notBefore != null) {
      columns.add(notBefore);
    }
    fields().values().forEach(template -> columns.addAll(template.columns()));
    return columns;
  }

  private static void put(
      Map<EventField, Template> fields, EventField field, @Nullable Template template) {
    if (template != null) {
      fields.put(field, template);
    }
  }

  private static EventType eventType(String type) {
    EventType known = EventType.ofWire(PREFIX + type);
    if (known == null) {
      List<String> names =
          Arrays.stream(EventType.values())
              .filter(EventType::ofInteraction)
              .map(t -> t.wire().substring(PREFIX.length()))
              .toList();
      throw new IllegalArgumentException(
          "'%s' in type: expected one of %s; did you mean '%s'?"
              .formatted(type, String.join(", ", names), Nearest.to(type, names)));
    }
    return known;
  }
}
