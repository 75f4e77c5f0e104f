// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.Event;
import io.tideboard.events.EventDraft;
import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event, plain or CloudEvent, field by field in whatever order they stand. A field that
 * is wrong is noted and skipped, so that the reader always ends where the event ends; whether it
 * matters is known only with the type, which may come last.
 */
final class EventReader {

  /** What the names of our types begin with in CloudEvents. */
  static final String TYPE_PREFIX = "io.tideboard.";

  /** A wrong field; {@code field} is null for those of the envelope. */
  private record Problem(@Nullable EventField field, boolean ofCloudEvent, InvalidEvent why) {}

  private final EventDraft plain = new EventDraft();
  private EventDraft data = plain;
  private List<Problem> problems = List.of();
  private @Nullable String type;
  private @Nullable String subject;
  private boolean cloudEvent;

  /** Reads the object at whose start {@code parser} stands. */
  void object(JsonParser parser) throws IOException {
    fields(parser, plain);
  }

  /** Reads the object at whose start {@code parser} stands as a CloudEvent's data. */
  void data(JsonParser parser) throws IOException {
    data = new EventDraft();
    fields(parser, data);
  }

  private void fields(JsonParser parser, EventDraft draft) throws IOException {
    boolean ofCloudEvent = draft != plain;
    JsonStreamContext here = parser.getParsingContext();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      EventField field = EventField.ofWire(name);
      if (field != null && !(ofCloudEvent && field.ofHeader())) {
        value(field, draft, parser);
      } else if (ofCloudEvent) {
        parser.skipChildren();
      } else {
        envelope(name, parser);
      }
      leaveNested(here, parser);
    }
  }

  /** A context attribute of a CloudEvent that comes as a string, outside of JSON. */
  void attribute(EventField field, @Nullable String value) {
    try {
      plain.set(field, value == null || value.isEmpty() ? null : JsonValues.ofText(field, value));
    } catch (InvalidEvent e) {
      note(field, false, e);
    }
  }

  void cloudEvent(@Nullable String type, @Nullable String subject) {
    this.cloudEvent = true;
    this.type = type;
    this.subject = subject;
  }

  @Nullable String id() {
    return plain.text(EventField.ID);
  }

  /**
   * The event, once everything is read.
   *
   * @throws InvalidEvent for the first thing that is wrong with it
   */
  Event event(String defaultSource, boolean mustBeCloudEvent) {
    if (mustBeCloudEvent && !cloudEvent) {
      throw new InvalidEvent(ErrorCode.MISSING_FIELD, "specversion", null, "1.0");
    }
    EventType known = type();
    for (Problem problem : problems) {
      if (matters(problem, known)) {
        throw problem.why;
      }
    }
    EventDraft draft = plain;
    if (cloudEvent) {
      draft = data == plain ? new EventDraft() : data;
      draft.headerOf(plain);
      EventField subjectField = known.subject();
      if (subjectField != null && subject != null) {
        draft.set(subjectField, subject);
      }
    }
    if (draft.text(EventField.SOURCE) == null) {
      draft.set(EventField.SOURCE, defaultSource);
    }
    return draft.type(known).build();
  }

  private EventType type() {
    if (type == null) {
      for (Problem problem : problems) {
        if (problem.field == null && !problem.ofCloudEvent) {
          throw problem.why;
        }
      }
      throw new InvalidEvent(
          ErrorCode.MISSING_FIELD, "type", null, "a type such as interaction.queued");
    }
    String prefix = cloudEvent ? TYPE_PREFIX : "";
    EventType known =
        type.startsWith(prefix) ? EventType.ofWire(type.substring(prefix.length())) : null;
    if (known == null) {
      throw new InvalidEvent(
          ErrorCode.UNKNOWN_TYPE, "type", type, "a type such as " + prefix + "interaction.queued");
    }
    return known;
  }

  private boolean matters(Problem problem, EventType known) {
    EventField field = problem.field;
    boolean read =
        problem.ofCloudEvent ? cloudEvent : !cloudEvent || field == null || field.ofHeader();
    return read && (field == null || field.isOf(known));
  }

  private void value(EventField named, EventDraft draft, JsonParser parser) throws IOException {
    boolean ofCloudEvent = draft != plain;
    EventField field = named;
    if (named == EventField.AGENTS) {
      // One name, two meanings: what is right for the one type is wrong for the other.
      boolean list = parser.currentToken() == JsonToken.START_ARRAY;
      field = list ? EventField.AGENTS : EventField.PLANNED_AGENTS;
      note(
          list ? EventField.PLANNED_AGENTS : EventField.AGENTS,
          ofCloudEvent,
          JsonValues.wrongType(named.wire(), parser, list ? "a whole number" : "an array"));
    }
    try {
      draft.set(field, JsonValues.of(field, parser));
    } catch (InvalidEvent e) {
      note(field, ofCloudEvent, e);
    }
  }

  private void envelope(String name, JsonParser parser) throws IOException {
    try {
      switch (name) {
        case "type" -> type = JsonValues.text(name, parser);
        case "specversion" -> {
          cloudEvent = true;
          requireVersion(JsonValues.text(name, parser));
        }
        case "subject" -> subject = JsonValues.text(name, parser);
        case "data" -> {
          if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonValues.wrongType(name, parser, "an object");
          }
          data(parser);
        }
        case "data_base64" ->
            throw JsonValues.wrongType(name, parser, "data as an object of JSON in its place");
        default -> parser.skipChildren();
      }
    } catch (InvalidEvent e) {
      note(null, !name.equals("type"), e);
    }
  }

  static void requireVersion(String version) {
    if (!version.equals("1.0")) {
      throw new InvalidEvent(ErrorCode.INVALID_VALUE, "specversion", version, "1.0");
    }
  }

  private void note(@Nullable EventField field, boolean ofCloudEvent, InvalidEvent why) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>(2);
    }
    problems.add(new Problem(field, ofCloudEvent, why));
  }

  /** After a wrong value the parser may stand inside it. */
  private static void leaveNested(JsonStreamContext here, JsonParser parser) throws IOException {
    while (parser.getParsingContext() != here) {
      parser.nextToken();
    }
  }
}
